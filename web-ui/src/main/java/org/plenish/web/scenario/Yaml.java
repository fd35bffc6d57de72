package org.plenish.web.scenario;

import java.util.regex.Pattern;

/** Writes values so that they are read as they were meant, whatever a person typed. */
final class Yaml {

    private static final Pattern PLAIN =
            Pattern.compile("-?[0-9]+([.][0-9]+)?|[0-9]{4}-[0-9]{2}-[0-9]{2}|true|[a-z_]+");

    private Yaml() {}

    static String scalar(String text) {
        if (PLAIN.matcher(text).matches() && !text.matches("null|false|yes|no|on|off|y|n")) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> {
            if (character == '"' || character == '\\') {
                quoted.append('\\').appendCodePoint(character);
            } else if (Character.isISOControl(character)) {
                quoted.append(String.format("\\u%04X", character));
            } else {
                quoted.appendCodePoint(character);
            }
        });
        return quoted.append('"').toString();
    }
}
