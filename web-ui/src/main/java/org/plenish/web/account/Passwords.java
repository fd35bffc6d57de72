package org.plenish.web.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.stereotype.Component;

/**
 * What a password must be, how it is kept, and how one is made up.
 *
 * <p>Kept as PBKDF2-HMAC-SHA-512 of 210,000 rounds with a salt of 16 bytes. Of the functions that OWASP ASVS 5.0
 * (appendix on cryptography, password storage) approves it is the one in every Java; Argon2id would cost a library of
 * 8 MB, bcrypt ignores what follows the 72nd byte. Each hash names its rounds, so that a later version can ask for more:
 * a hash of fewer still lets its owner in, who then gets a new one, see {@link #isWeak}.
 *
 * <p>Length counts, not kinds of characters, and common passwords are refused (ASVS 5.0, 6.2.1 to 6.2.5 and 6.2.12).
 */
@Component
final class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;
    static final Duration ONE_TIME_LIFE = Duration.ofDays(3);

    private static final String METHOD = "pbkdf2-sha512-";
    private static final Pattern HASH = Pattern.compile("\\{" + METHOD + "([1-9][0-9]{0,7})}(.*)");
    private static final int SALT_BYTES = 16;
    private static final int ROUNDS = 210_000;
    private static final int FEWEST_DIFFERENT = 5;
    private static final int SHORTEST_TELLING_NAME = 4;
    private static final String LIST = "common-passwords.txt";

    /** Without letters and digits that look alike. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int LETTERS_A_GROUP = 4;

    private final SecureRandom random = new SecureRandom();
    private final Set<String> common = readCommon();
    private final int rounds;
    private final String hashOfNobody;

    @Autowired
    Passwords() {
        this(ROUNDS);
    }

    /** @param rounds of new hashes */
    Passwords(int rounds) {
        this.rounds = rounds;
        this.hashOfNobody = hash(oneTime());
    }

    String hash(String password) {
        return "{" + METHOD + rounds + "}"
                + Objects.requireNonNull(encoder(rounds).encode(password));
    }

    /** Takes as long without a hash as with one, and is then false. */
    boolean matches(String password, @Nullable String hash) {
        Matcher parts = HASH.matcher(hash == null ? hashOfNobody : hash);
        return parts.matches()
                && encoder(Integer.parseInt(parts.group(1))).matches(password, parts.group(2))
                && hash != null;
    }

    /** Whether it was made with fewer rounds than new ones are. */
    boolean isWeak(String hash) {
        Matcher parts = HASH.matcher(hash);
        return !parts.matches() || Integer.parseInt(parts.group(1)) < rounds;
    }

    private static PasswordEncoder encoder(int rounds) {
        return new Pbkdf2PasswordEncoder("", SALT_BYTES, rounds, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512);
    }

    /** @throws RefusedException with the reason */
    void require(String password, String userName) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new RefusedException("password.refused.length", length, SHORTEST, LONGEST);
        }
        String plain = password.toLowerCase(Locale.ROOT);
        if (userName.length() >= SHORTEST_TELLING_NAME && plain.contains(userName) || plain.contains("plenish")) {
            throw new RefusedException("password.refused.name", userName);
        }
        if (common.contains(plain) || plain.chars().distinct().count() < FEWEST_DIFFERENT) {
            throw new RefusedException("password.refused.common");
        }
    }

    /** 31¹⁶ of them, nearly 80 bits; to be read out over a telephone. */
    String oneTime() {
        StringBuilder password = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            password.append(group == 0 ? "" : "-");
            random.ints(LETTERS_A_GROUP, 0, ALPHABET.length()).forEach(at -> password.append(ALPHABET.charAt(at)));
        }
        return password.toString();
    }

    private static Set<String> readCommon() {
        try (@Nullable InputStream in = Passwords.class.getResourceAsStream(LIST)) {
            String text = new String(Objects.requireNonNull(in, LIST).readAllBytes(), StandardCharsets.UTF_8);
            List<String> lines = text.lines().toList();
            return lines.stream().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
