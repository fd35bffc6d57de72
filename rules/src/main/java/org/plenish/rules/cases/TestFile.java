package org.plenish.rules.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.rules.BookRule;
import org.plenish.rules.problem.Problem;
import org.plenish.rules.vocabulary.Question;
import org.plenish.rules.vocabulary.Topic;
import org.plenish.rules.vocabulary.Vocabulary;
import org.plenish.rules.vocabulary.Word;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A file of tests while it is read. */
final class TestFile {

    private static final int MOST_RULES_NAMED = 8;

    /** Nobody mends more at a time, and each is searched for what was meant. */
    static final int MOST_PROBLEMS = 200;

    private static final int LONGEST_KEY = 200;

    private final String file;
    private final Map<String, BookRule> rules;
    private final List<Problem> problems;
    private final List<RuleTest> tests = new ArrayList<>();
    private final Vocabulary vocabulary = Vocabulary.standard();
    private Topic topic = Topic.POLICY;

    /** @param problems to be added to */
    private TestFile(String file, Map<String, BookRule> rules, List<Problem> problems) {
        this.file = file;
        this.rules = rules;
        this.problems = problems;
    }

    /**
     * @param rules of the book by their ids
     * @param problems to be added to
     */
    static List<RuleTest> read(String file, String text, Map<String, BookRule> rules, List<Problem> problems) {
        Node root = YamlText.read(file, text, problems);
        TestFile reading = new TestFile(file, rules, problems);
        if (root != null) {
            reading.all(root);
        }
        return reading.tests;
    }

    private void all(Node root) {
        Map<String, NodeTuple> sections = mapping(root, "a test file", "about, rules and cases");
        if (sections == null || !onlyKeys(sections, Set.of("about", "rules", "cases"))) {
            return;
        }
        NodeTuple about = sections.get("about");
        if (about != null && !about(about.getValueNode())) {
            return;
        }
        if (!sections.containsKey("rules") && !sections.containsKey("cases")) {
            problem(root, "the file has neither rules nor cases.", "Write one of them, or remove the file.");
        }
        NodeTuple ofRules = sections.get("rules");
        if (ofRules != null) {
            Map<String, NodeTuple> byId = mapping(ofRules.getValueNode(), "rules", "ids of rules");
            if (byId != null) {
                for (Map.Entry<String, NodeTuple> entry : byId.entrySet()) {
                    if (isWorthReadingOn()) {
                        rule(entry.getKey(), entry.getValue());
                    }
                }
            }
        }
        NodeTuple cases = sections.get("cases");
        if (cases != null) {
            if (cases.getValueNode() instanceof SequenceNode list) {
                for (Node each : list.getValue()) {
                    if (isWorthReadingOn()) {
                        testCase(each);
                    }
                }
            } else {
                problem(cases.getValueNode(), "cases must be a list.", "Begin each case with \"- name:\".");
            }
        }
    }

    private boolean about(Node node) {
        String word = scalar(node, "about");
        if (word == null) {
            return false;
        }
        for (Topic candidate : Topic.values()) {
            if (candidate.word().equals(word)) {
                topic = candidate;
                return true;
            }
        }
        problem(
                node,
                "about: " + word + " is no topic.",
                "Topics are " + Arrays.stream(Topic.values()).map(Topic::word).collect(Collectors.joining(", ")) + ".");
        return false;
    }

    /** {@code ABC-010: { fires: {...}, silent: {...} }} is two tests. */
    private void rule(String id, NodeTuple entry) {
        Map<String, NodeTuple> both = mapping(entry.getValueNode(), id, "fires and silent");
        if (!isRule(id, entry.getKeyNode()) || both == null || !onlyKeys(both, Set.of("fires", "silent"))) {
            return;
        }
        if (both.isEmpty()) {
            problem(entry.getKeyNode(), id + " has neither fires nor silent.", "Say in which situation it fires.");
        }
        both.forEach((key, situation) -> {
            boolean fires = key.equals("fires");
            Record fact = fact(situation.getValueNode(), key);
            if (fact != null) {
                tests.add(new RuleTest(
                        id + (fires ? " fires" : " is silent"),
                        file,
                        line(situation.getKeyNode()),
                        topic,
                        fact,
                        Map.of(),
                        fires ? Set.of(id) : Set.of(),
                        fires ? Set.of() : Set.of(id)));
            }
        });
    }

    private void testCase(Node node) {
        Map<String, NodeTuple> parts = mapping(node, "a case", "name, given, expect, fires and silent");
        if (parts == null || !onlyKeys(parts, Set.of("name", "given", "expect", "fires", "silent"))) {
            return;
        }
        int before = problems.size();
        String name = parts.containsKey("name") ? scalar(valueOf(parts, "name"), "name") : "";
        if (name == null || name.isBlank()) {
            problem(node, "the case has no name.", "Begin it with \"- name:\" and a sentence that it shows to be so.");
            return;
        }
        Record fact =
                parts.containsKey("given") ? fact(valueOf(parts, "given"), "given") : new FactBuilder(topic).build();
        Map<Question, Object> expect = new LinkedHashMap<>();
        if (parts.containsKey("expect")) {
            Map<String, NodeTuple> answers = mapping(valueOf(parts, "expect"), "expect", "questions");
            if (answers != null) {
                answers.forEach((word, answer) -> expect(word, answer, expect));
            }
        }
        Set<String> fires = ids(parts, "fires");
        Set<String> silent = ids(parts, "silent");
        if (problems.size() == before && expect.isEmpty() && fires.isEmpty() && silent.isEmpty()) {
            problem(
                    node,
                    "\"" + name + "\" expects nothing.",
                    "Add expect with answers, or fires or silent with ids of rules.");
        }
        if (problems.size() == before && fact != null) {
            tests.add(new RuleTest(name, file, line(node), topic, fact, expect, fires, silent));
        }
    }

    private void expect(String word, NodeTuple entry, Map<Question, Object> expect) {
        Question question = Question.find(topic, word).orElse(null);
        if (question == null) {
            problem(
                    entry.getKeyNode(),
                    word + " is no question of the topic " + topic.word()
                            + (vocabulary.find(topic, word).isPresent() ? ", but a fact." : "."),
                    "Questions are " + Question.words(topic) + ".");
            return;
        }
        String text = scalar(entry.getValueNode(), word);
        if (text == null) {
            return;
        }
        try {
            expect.put(question, question.parse(text));
        } catch (IllegalArgumentException e) {
            problem(
                    entry.getValueNode(),
                    word + ": " + text + " is not allowed.",
                    "It must be " + question.allowed() + ".");
        }
    }

    private Set<String> ids(Map<String, NodeTuple> parts, String key) {
        Set<String> ids = new LinkedHashSet<>();
        if (parts.containsKey(key)) {
            Node node = valueOf(parts, key);
            for (Node each : node instanceof SequenceNode list ? list.getValue() : List.of(node)) {
                String id = scalar(each, key);
                if (id != null && isRule(id, each)) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }

    private boolean isRule(String id, Node node) {
        BookRule rule = rules.get(id);
        if (rule == null) {
            List<String> similar = rules.keySet().stream()
                    .filter(other -> prefix(other).equals(prefix(id)))
                    .sorted()
                    .limit(MOST_RULES_NAMED)
                    .toList();
            problem(
                    node,
                    "the book has no rule " + id + ".",
                    similar.isEmpty()
                            ? "Write the id that its name begins with."
                            : "Maybe " + String.join(" or ", similar) + " is meant.");
            return false;
        }
        Topic ofRule = rule.answers().keySet().iterator().next().topic();
        if (ofRule != topic) {
            problem(
                    node,
                    id + " is a rule about " + ofRule.word() + ", but these tests are about " + topic.word() + ".",
                    "Put it into a file that says about: " + ofRule.word() + ".");
            return false;
        }
        return true;
    }

    private static String prefix(String id) {
        return id.substring(0, Math.max(0, id.indexOf('-')));
    }

    /** @return null if there is a problem */
    private @Nullable Record fact(Node node, String key) {
        Map<String, NodeTuple> given = mapping(node, key, "words, such as demand.annualUnits");
        if (given == null) {
            return null;
        }
        int before = problems.size();
        FactBuilder facts = new FactBuilder(topic);
        given.forEach((path, entry) -> set(facts, path, entry));
        if (problems.size() > before) {
            return null;
        }
        try {
            return facts.build();
        } catch (IllegalArgumentException e) {
            problem(node, String.valueOf(e.getMessage()), "Give a value that an article can have.");
            return null;
        }
    }

    private void set(FactBuilder facts, String path, NodeTuple entry) {
        if (FactBuilder.groups(topic).contains(path) && isNone(entry.getValueNode())) {
            facts.without(path);
            return;
        }
        Word word = vocabulary.find(topic, path).orElse(null);
        if (word == null) {
            List<String> similar = isWorthReadingOn() ? vocabulary.similar(topic, path) : List.of();
            problem(
                    entry.getKeyNode(),
                    path + " is not known in tests about " + topic.word() + ".",
                    similar.isEmpty()
                            ? "The rule book's README lists the words."
                            : "Maybe " + String.join(" or ", similar) + " is meant.");
            return;
        }
        if (word.question() != null) {
            problem(
                    entry.getKeyNode(),
                    path + " is an answer that rules give, but what is given are facts.",
                    "Give facts that lead to it, and put " + path + " under expect.");
            return;
        }
        String text = scalar(entry.getValueNode(), path);
        if (text == null) {
            return;
        }
        try {
            facts.set(word, WrittenValue.parse(word, (ScalarNode) entry.getValueNode()));
        } catch (IllegalArgumentException e) {
            problem(
                    entry.getValueNode(),
                    String.valueOf(e.getMessage()),
                    word.mayBeUnknown() ? "Write unknown if it is not known." : word.meaning());
        }
    }

    private static boolean isNone(Node node) {
        return node instanceof ScalarNode scalar
                && WrittenValue.isPlain(scalar)
                && scalar.getValue().equals(Ordinary.NONE);
    }

    /** @return by key, in order; null if it is something else or a key stands twice */
    private @Nullable Map<String, NodeTuple> mapping(Node node, String what, String keys) {
        if (!(node instanceof MappingNode mapping)) {
            problem(node, what + " must be a mapping of " + keys + ".", "Write each as \"key: value\".");
            return null;
        }
        boolean good = true;
        Map<String, NodeTuple> entries = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            String key = scalar(entry.getKeyNode(), "a key of " + what);
            if (key == null) {
                good = false;
            } else if (key.length() > LONGEST_KEY) {
                problem(entry.getKeyNode(), "a key of " + what + " has " + key.length() + " letters.", "Shorten it.");
                good = false;
            } else if (entries.putIfAbsent(key, entry) != null) {
                problem(entry.getKeyNode(), key + " stands twice.", "Leave one out.");
                good = false;
            }
        }
        return good ? entries : null;
    }

    private boolean onlyKeys(Map<String, NodeTuple> entries, Set<String> allowed) {
        boolean good = true;
        for (Map.Entry<String, NodeTuple> entry : entries.entrySet()) {
            if (!allowed.contains(entry.getKey())) {
                problem(
                        entry.getValue().getKeyNode(),
                        entry.getKey() + " has no meaning here.",
                        "Allowed are " + allowed.stream().sorted().collect(Collectors.joining(", ")) + ".");
                good = false;
            }
        }
        return good;
    }

    private static Node valueOf(Map<String, NodeTuple> entries, String key) {
        return java.util.Objects.requireNonNull(entries.get(key)).getValueNode();
    }

    private @Nullable String scalar(Node node, String what) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        problem(node, what + " must be one value.", "Write it without brackets and without lines below it.");
        return null;
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private boolean isWorthReadingOn() {
        return problems.size() < MOST_PROBLEMS;
    }

    private void problem(Node node, String text, String suggestion) {
        if (isWorthReadingOn()) {
            problems.add(new Problem(file, line(node), node.getStartMark().getColumn() + 1, text, suggestion));
        }
    }
}
