package org.plenish.web.export;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An interchange as an independent reader sees it: it checks the envelopes, their counts and control numbers by its own
 * schemas, and takes delimiters and released characters apart.
 *
 * @param segments each as its tag and its elements; components joined by a bar
 */
record EdiReading(String standard, List<List<String>> segments, List<String> errors) {

    static EdiReading of(byte[] interchange, String charset) throws Exception {
        EDIInputFactory factory = EDIInputFactory.newFactory();
        List<List<String>> segments = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        String standard = "";
        try (EDIStreamReader reader = factory.createEDIStreamReader(new ByteArrayInputStream(interchange), charset)) {
            boolean composite = false;
            while (reader.hasNext()) {
                EDIStreamEvent event = reader.next();
                switch (event) {
                    case START_INTERCHANGE -> standard = reader.getStandard();
                    case START_SEGMENT -> segments.add(new ArrayList<>(List.of(reader.getText())));
                    case START_COMPOSITE -> {
                        composite = true;
                        segments.get(segments.size() - 1).add("");
                    }
                    case END_COMPOSITE -> composite = false;
                    case ELEMENT_DATA -> {
                        List<String> segment = segments.get(segments.size() - 1);
                        if (composite) {
                            int last = segment.size() - 1;
                            boolean first = reader.getLocation().getComponentPosition() <= 1;
                            segment.set(last, first ? reader.getText() : segment.get(last) + "|" + reader.getText());
                        } else {
                            segment.add(reader.getText());
                        }
                    }
                    case SEGMENT_ERROR, ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR ->
                        errors.add(reader.getErrorType() + " in " + reader.getLocation());
                    default -> {}
                }
            }
        }
        return new EdiReading(standard, segments, errors);
    }

    List<List<String>> all(String tag) {
        return segments.stream().filter(segment -> segment.get(0).equals(tag)).toList();
    }

    List<String> one(String tag) {
        return all(tag).stream().findFirst().orElseThrow();
    }

    String tags() {
        return segments.stream().map(segment -> segment.get(0)).collect(Collectors.joining(" "));
    }
}
