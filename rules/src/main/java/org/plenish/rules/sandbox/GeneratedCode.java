package org.plenish.rules.sandbox;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What Drools 10.1 generates from rules that only compare and conclude, written out: kinds of classes, their methods, and
 * for each method the instructions and references it may have. Anything else was not asked for by such a rule.
 *
 * <p>References are written {@code call owner.name(descriptor)}, {@code get} and {@code put owner.name:descriptor},
 * {@code new}, {@code array}, {@code cast} and {@code class} of a name; generated names by {@link Kind}, as
 * {@code <PREDICATE>}.
 */
final class GeneratedCode {

    static final String PACKAGE = "org/plenish/rulebook/";

    /** On every lambda class, for Drools' own bookkeeping. */
    static final String LAMBDA_MARK = "Lorg/drools/compiler/kie/builder/MaterializedLambda;";

    /** Most variables that one condition, and one consequence, may have at hand. */
    static final int MAX_VARIABLES = 4;

    private static final String HASH = "[0-9A-F]{32}";

    /** What a generated class is for, told by its name and held to by its shape. */
    enum Kind {
        PROJECT("org/drools/project/model/ProjectModel_\\w+", "org/drools/modelcompiler/CanonicalKieModuleModel"),
        RULES(PACKAGE + "Rules" + HASH, "org/drools/model/Model"),
        RULE_METHODS(PACKAGE + "Rules" + HASH + "RuleMethods\\d+", ""),
        METADATA(PACKAGE + "DomainClassesMetadata" + HASH + "\\$\\w+_Metadata", "org/drools/model/DomainClassMetadata"),
        DOMAIN(PACKAGE + "DomainClassesMetadata" + HASH, ""),
        PREDICATE(PACKAGE + "P[0-9A-F]{2}/LambdaPredicate" + HASH, "org/drools/model/functions/Predicate[1-4]"),
        EXTRACTOR(PACKAGE + "P[0-9A-F]{2}/LambdaExtractor" + HASH, "org/drools/model/functions/Function1"),
        CONSEQUENCE(PACKAGE + "P[0-9A-F]{2}/LambdaConsequence" + HASH, "org/drools/model/functions/Block[1-4]");

        private final Pattern name;
        private final Pattern inText;
        final String type;

        Kind(String name, String type) {
            this.name = Pattern.compile(name);
            this.inText = Pattern.compile(name + "(?![\\w$])");
            this.type = type;
        }

        /** Enums with the one constant INSTANCE, whose one method is what a rule says. */
        boolean isLambda() {
            return this == PREDICATE || this == EXTRACTOR || this == CONSEQUENCE;
        }

        static @Nullable Kind of(String internalName) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name.matcher(internalName).matches())
                    .findFirst()
                    .orElse(null);
        }

        /** A reference with generated names replaced by their kinds. */
        static String generalize(String reference) {
            if (!reference.contains(PACKAGE)) {
                return reference;
            }
            String text = reference;
            for (Kind kind : values()) {
                text = kind.inText.matcher(text).replaceAll("<" + kind.name() + ">");
            }
            return text;
        }
    }

    /**
     * What a method may have in it.
     *
     * @param signature of name and descriptor, generated names generalized
     * @param arraysOfAnySize where the length of an array is computed, by the generator alone
     */
    record Shape(Pattern signature, Set<Integer> instructions, Set<String> references, boolean arraysOfAnySize) {}

    private static final Set<Integer> CONSTANTS = Set.of(
            ACONST_NULL,
            ICONST_M1,
            ICONST_0,
            ICONST_1,
            ICONST_2,
            ICONST_3,
            ICONST_4,
            ICONST_5,
            LCONST_0,
            LCONST_1,
            DCONST_0,
            DCONST_1,
            BIPUSH,
            SIPUSH,
            LDC);

    private static final Set<Integer> VARIABLES = Set.of(ILOAD, LLOAD, DLOAD, ALOAD, ISTORE, LSTORE, DSTORE, ASTORE);

    private static final Set<Integer> BRANCHES = Set.of(
            IFEQ, IFNE, IFLT, IFGE, IFGT, IFLE, IF_ICMPEQ, IF_ICMPNE, IF_ICMPLT, IF_ICMPGE, IF_ICMPGT, IF_ICMPLE,
            IF_ACMPEQ, IF_ACMPNE, IFNULL, IFNONNULL, GOTO);

    private static final Set<Integer> ARITHMETIC = Set.of(
            IADD, LADD, DADD, ISUB, LSUB, DSUB, IMUL, LMUL, DMUL, IDIV, LDIV, DDIV, IREM, LREM, DREM, INEG, LNEG, DNEG,
            LCMP, DCMPL, DCMPG, I2L, I2D, L2D);

    private static final Set<Integer> ARRAYS = Set.of(DUP, AASTORE);

    private static final Set<Integer> RETURNS = Set.of(IRETURN, ARETURN, RETURN);

    private static final List<String> BOXES = List.of("Boolean", "Integer", "Long", "Double");

    private static final String D = "org/drools/modelcompiler/dsl/pattern/D";
    private static final String VARIABLE = "Lorg/drools/model/Variable;";
    private static final String PATTERN = "org/drools/model/PatternDSL$PatternDef";
    private static final String FUNCTION = "Lorg/drools/model/functions/Function1;";
    private static final String VIEW_ITEMS =
            "(Lorg/drools/model/view/ViewItemBuilder;[Lorg/drools/model/view/ViewItemBuilder;)";
    private static final String LIST = "Ljava/util/List;";

    private final Surface surface;
    private final Set<String> factTypes;
    private final Map<Kind, List<Shape>> shapes = new EnumMap<>(Kind.class);

    GeneratedCode(Surface surface) {
        this.surface = surface;
        this.factTypes = surface.factNames();
        for (Kind kind : Kind.values()) {
            shapes.put(kind, newShapes(kind));
        }
    }

    /** Types whose values pass through rules. */
    private Set<String> valueTypes() {
        Set<String> types = new TreeSet<>(factTypes);
        types.add("java/lang/String");
        BOXES.forEach(box -> types.add("java/lang/" + box));
        return types;
    }

    /** Every name that the constant pool of a generated class may hold, beside those of generated classes. */
    Set<String> classes() {
        Set<String> types = valueTypes();
        surface.visible().forEach(type -> types.add(type.getName().replace('.', '/')));
        VisibleClasses.AT_RUN_TIME.forEach(name -> types.add(name.replace('.', '/')));
        types.addAll(Set.of(
                "java/lang/Class",
                "java/lang/StringBuilder",
                "java/lang/System",
                "java/time/format/DateTimeFormatter",
                "org/drools/model/AlphaIndex",
                "org/drools/model/BetaIndex",
                "org/drools/model/BetaIndex2",
                "org/drools/model/BetaIndex3",
                "org/drools/model/Declaration",
                "org/drools/model/Global",
                "org/drools/model/Index",
                "org/drools/model/PatternDSL",
                "org/drools/model/consequences/ConsequenceBuilder",
                "org/kie/api/KieServices",
                "org/kie/api/builder/model/KieBaseModel",
                "org/kie/api/builder/model/KieModuleModel",
                "org/kie/api/builder/model/KieSessionModel",
                "org/kie/api/builder/model/KieSessionModel$KieSessionType",
                "org/kie/api/conf/EventProcessingOption",
                "org/kie/api/conf/KieBaseMutabilityOption",
                "org/kie/api/runtime/conf/ClockTypeOption",
                "org/kie/util/maven/support/ReleaseIdImpl"));
        return types;
    }

    List<Shape> shapesOf(Kind kind) {
        return Objects.requireNonNull(shapes.get(kind));
    }

    private List<Shape> newShapes(Kind kind) {
        return switch (kind) {
            case PROJECT -> project();
            case RULES -> rules();
            case RULE_METHODS -> ruleMethods();
            case METADATA -> metadata();
            case DOMAIN -> domain();
            case PREDICATE -> predicate();
            case EXTRACTOR -> extractor();
            case CONSEQUENCE -> consequence();
        };
    }

    /** Names and descriptors of the fields a class of this kind may have. */
    Pattern fieldsOf(Kind kind) {
        String fields = switch (kind) {
            case PROJECT, RULE_METHODS, METADATA -> "";
            case RULES ->
                "DATE_TIME_FORMATTER Ljava/time/format/DateTimeFormatter;|var_conclude Lorg/drools/model/Global;"
                        + "|(globals|typeMetaDatas|rules) Ljava/util/List;";
            case DOMAIN -> "\\w+_Metadata_INSTANCE Lorg/drools/model/DomainClassMetadata;";
            case PREDICATE, EXTRACTOR, CONSEQUENCE ->
                "EXPRESSION_HASH Ljava/lang/String;|INSTANCE L<" + kind + ">;|(ENUM)?\\$VALUES \\[L<" + kind + ">;";
        };
        return Pattern.compile(fields);
    }

    private List<Shape> project() {
        Set<String> models = Set.of(
                "call <RULES>.<init>()V",
                "call java/util/Arrays.asList([Ljava/lang/Object;)" + LIST,
                "array org/drools/model/Model",
                "new <RULES>");
        String base = "org/kie/api/builder/model/KieBaseModel";
        String session = "org/kie/api/builder/model/KieSessionModel";
        String module = "org/kie/api/builder/model/KieModuleModel";
        return List.of(
                constructor(),
                shape("getVersion\\(\\)Ljava/lang/String;", Set.of()),
                shape("getModels\\(\\)" + LIST, models),
                shape(
                        "getModelsForKieBase\\(Ljava/lang/String;\\)" + LIST,
                        union(models, chosenByText("java/lang/IllegalArgumentException")),
                        LOOKUPSWITCH,
                        ATHROW),
                shape(
                        "getReleaseId\\(\\)Lorg/kie/api/builder/ReleaseId;",
                        Set.of(
                                "new org/kie/util/maven/support/ReleaseIdImpl",
                                "call org/kie/util/maven/support/ReleaseIdImpl.<init>"
                                        + "(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;)V")),
                shape(
                        "getKieModuleModel\\(\\)L" + module + ";",
                        Set.of(
                                "get " + session + "$KieSessionType.STATEFUL:L" + session + "$KieSessionType;",
                                "get " + session + "$KieSessionType.STATELESS:L" + session + "$KieSessionType;",
                                "get org/kie/api/conf/EventProcessingOption.CLOUD:Lorg/kie/api/conf/EventProcessingOption;",
                                "get org/kie/api/conf/KieBaseMutabilityOption.ALLOWED:Lorg/kie/api/conf/KieBaseMutabilityOption;",
                                "call org/kie/api/KieServices.get()Lorg/kie/api/KieServices;",
                                "call org/kie/api/KieServices.newKieModuleModel()L" + module + ";",
                                "call " + module + ".newKieBaseModel(Ljava/lang/String;)L" + base + ";",
                                "call " + base + ".addPackage(Ljava/lang/String;)L" + base + ";",
                                "call " + base + ".newKieSessionModel(Ljava/lang/String;)L" + session + ";",
                                "call " + base + ".setDefault(Z)L" + base + ";",
                                "call " + base
                                        + ".setEventProcessingMode(Lorg/kie/api/conf/EventProcessingOption;)L" + base
                                        + ";",
                                "call " + base + ".setMutability(Lorg/kie/api/conf/KieBaseMutabilityOption;)L" + base
                                        + ";",
                                "call " + session + ".setClockType(Lorg/kie/api/runtime/conf/ClockTypeOption;)L"
                                        + session + ";",
                                "call " + session + ".setDefault(Z)L" + session + ";",
                                "call " + session + ".setType(L" + session + "$KieSessionType;)L" + session + ";",
                                "call org/kie/api/runtime/conf/ClockTypeOption.get(Ljava/lang/String;)"
                                        + "Lorg/kie/api/runtime/conf/ClockTypeOption;"),
                        POP));
    }

    private List<Shape> rules() {
        String builder = "java/time/format/DateTimeFormatterBuilder";
        Set<String> none = Set.of("call java/util/Collections.emptyList()" + LIST);
        return List.of(
                shape(
                        "<clinit>\\(\\)V",
                        Set.of(
                                "get java/util/Locale.ENGLISH:Ljava/util/Locale;",
                                "put <RULES>.DATE_TIME_FORMATTER:Ljava/time/format/DateTimeFormatter;",
                                "put <RULES>.var_conclude:Lorg/drools/model/Global;",
                                "class " + surface.conclude().getName().replace('.', '/'),
                                "new " + builder,
                                "call " + builder + ".<init>()V",
                                "call " + builder + ".appendPattern(Ljava/lang/String;)L" + builder + ";",
                                "call " + builder + ".parseCaseInsensitive()L" + builder + ";",
                                "call " + builder
                                        + ".toFormatter(Ljava/util/Locale;)Ljava/time/format/DateTimeFormatter;",
                                "call org/drools/util/DateUtils.getDateFormatMask()Ljava/lang/String;",
                                "call " + D
                                        + ".globalOf(Ljava/lang/Class;Ljava/lang/String;Ljava/lang/String;)Lorg/drools/model/Global;")),
                shape(
                        "<init>\\(\\)V",
                        union(
                                none,
                                Set.of(
                                        "call java/lang/Object.<init>()V",
                                        "new java/util/ArrayList",
                                        "call java/util/ArrayList.<init>()V",
                                        "call java/util/List.add(Ljava/lang/Object;)Z",
                                        "call <RULES>.getRulesList()" + LIST,
                                        "get <RULES>.var_conclude:Lorg/drools/model/Global;",
                                        "get <RULES>.globals:" + LIST,
                                        "put <RULES>.globals:" + LIST,
                                        "put <RULES>.rules:" + LIST,
                                        "put <RULES>.typeMetaDatas:" + LIST)),
                        POP),
                shape("getName\\(\\)Ljava/lang/String;", Set.of()),
                shape("getGlobals\\(\\)" + LIST, Set.of("get <RULES>.globals:" + LIST)),
                shape("getTypeMetaDatas\\(\\)" + LIST, Set.of("get <RULES>.typeMetaDatas:" + LIST)),
                shape("getRules\\(\\)" + LIST, Set.of("get <RULES>.rules:" + LIST)),
                shape("(getQueries|getEntryPoints)\\(\\)" + LIST, none),
                shape(
                        "getRulesList\\(\\)" + LIST,
                        union(
                                none,
                                Set.of(
                                        "call java/util/Arrays.asList([Ljava/lang/Object;)" + LIST,
                                        "call <RULE_METHODS>.rule()Lorg/drools/model/Rule;",
                                        "array org/drools/model/Rule"))));
    }

    /** The model of the rules: patterns, indexes and literals, put together of the lambdas. */
    private List<Shape> ruleMethods() {
        Set<String> references = new HashSet<>();
        for (String box : BOXES) {
            references.add("get java/lang/" + box + ".TYPE:Ljava/lang/Class;");
        }
        references.addAll(boxing());
        references.addAll(surface.readable());
        references.add("get <DOMAIN>.meta:Lorg/drools/model/DomainClassMetadata;");
        references.add("get <RULES>.var_conclude:Lorg/drools/model/Global;");
        for (String kind : List.of("<PREDICATE>", "<EXTRACTOR>", "<CONSEQUENCE>")) {
            references.add("get " + kind + ".INSTANCE:L" + kind + ";");
        }
        for (String type :
                List.of("EQUAL", "NOT_EQUAL", "GREATER_THAN", "GREATER_OR_EQUAL", "LESS_THAN", "LESS_OR_EQUAL")) {
            references.add(
                    "get org/drools/model/Index$ConstraintType." + type + ":Lorg/drools/model/Index$ConstraintType;");
        }
        valueTypes().forEach(type -> references.add("class " + type));
        references.add("array org/drools/model/RuleItemBuilder");
        references.add("array org/drools/model/view/ViewItemBuilder");
        references.addAll(Set.of(
                "call org/drools/model/DomainClassMetadata.getPropertyIndex(Ljava/lang/String;)I",
                "call " + PATTERN + ".bind(" + VARIABLE + FUNCTION + ")L" + PATTERN + ";",
                "call " + D + ".declarationOf(Ljava/lang/Class;Ljava/lang/String;)Lorg/drools/model/Declaration;",
                "call " + D
                        + ".declarationOf(Ljava/lang/Class;Lorg/drools/model/DomainClassMetadata;Ljava/lang/String;)Lorg/drools/model/Declaration;",
                "call " + D + ".rule(Ljava/lang/String;Ljava/lang/String;)Lorg/drools/model/impl/RuleBuilder;",
                "call " + D + ".pattern(" + VARIABLE + ")L" + PATTERN + ";",
                "call " + D + ".and" + VIEW_ITEMS + "Lorg/drools/model/view/ViewItem;",
                "call " + D + ".or" + VIEW_ITEMS + "Lorg/drools/model/view/ViewItem;",
                "call " + D + ".not" + VIEW_ITEMS + "Lorg/drools/model/view/ExprViewItem;",
                "call " + D + ".exists" + VIEW_ITEMS + "Lorg/drools/model/view/ExprViewItem;",
                "call org/drools/model/impl/RuleBuilder.metadata(Ljava/lang/String;Ljava/lang/Object;)Lorg/drools/model/impl/RuleBuilder;",
                "call org/drools/model/impl/RuleBuilder.build([Lorg/drools/model/RuleItemBuilder;)Lorg/drools/model/Rule;",
                "call " + D + ".alphaIndexedBy(Ljava/lang/Class;Lorg/drools/model/Index$ConstraintType;I" + FUNCTION
                        + "Ljava/lang/Object;)Lorg/drools/model/AlphaIndex;",
                "call " + D + ".betaIndexedBy(Ljava/lang/Class;Lorg/drools/model/Index$ConstraintType;I" + FUNCTION
                        + FUNCTION + "Ljava/lang/Class;)Lorg/drools/model/BetaIndex;",
                "call " + PATTERN
                        + ".expr(Ljava/lang/String;Lorg/drools/model/functions/Predicate1;Lorg/drools/model/AlphaIndex;)L"
                        + PATTERN + ";"));
        for (int variables = 1; variables <= MAX_VARIABLES; variables++) {
            String builder = "org/drools/model/consequences/ConsequenceBuilder$_" + variables;
            references.add("call " + D + ".on(" + VARIABLE.repeat(variables) + ")L" + builder + ";");
            references.add("call " + builder + ".execute(Lorg/drools/model/functions/Block" + variables + ";)L"
                    + builder + ";");
            String predicate = "call " + PATTERN + ".expr(Ljava/lang/String;" + VARIABLE.repeat(variables - 1)
                    + "Lorg/drools/model/functions/Predicate" + variables + ";";
            references.add(predicate + ")L" + PATTERN + ";");
            if (variables > 1) {
                String index = variables == 2 ? "BetaIndex" : "BetaIndex" + (variables - 1);
                references.add(predicate + "Lorg/drools/model/" + index + ";)L" + PATTERN + ";");
            }
        }
        return List.of(
                constructor(),
                new Shape(
                        Pattern.compile("rule_\\w+\\(\\)Lorg/drools/model/Rule;"),
                        union(CONSTANTS, VARIABLES, ARRAYS, RETURNS),
                        references,
                        false));
    }

    private List<Shape> metadata() {
        return List.of(
                constructor(),
                shape(
                        "getDomainClass\\(\\)Ljava/lang/Class;",
                        union(
                                valueTypes().stream()
                                        .map(type -> "class " + type)
                                        .collect(Collectors.toSet()),
                                Set.of("class " + surface.conclude().getName().replace('.', '/')))),
                shape("getPropertiesSize\\(\\)I", Set.of()),
                shape(
                        "getPropertyIndex\\(Ljava/lang/String;\\)I",
                        chosenByText("java/lang/RuntimeException"),
                        LOOKUPSWITCH,
                        ATHROW));
    }

    private List<Shape> domain() {
        return List.of(
                constructor(),
                shape(
                        "<clinit>\\(\\)V",
                        Set.of(
                                "new <METADATA>",
                                "call <METADATA>.<init>()V",
                                "put <DOMAIN>.meta:Lorg/drools/model/DomainClassMetadata;")));
    }

    private List<Shape> predicate() {
        List<Shape> shapes = lambda("PREDICATE", "test", "Z");
        shapes.add(condition("test", "Z"));
        shapes.add(shape(
                "predicateInformation\\(\\)Lorg/drools/model/functions/PredicateInformation;",
                Set.of(
                        "new org/drools/model/functions/PredicateInformation",
                        "array java/lang/String",
                        "call org/drools/model/functions/PredicateInformation.<init>(Ljava/lang/String;[Ljava/lang/String;)V",
                        "call org/drools/model/functions/PredicateInformation.addRuleNames([Ljava/lang/String;)V")));
        return shapes;
    }

    private List<Shape> extractor() {
        List<Shape> shapes = lambda("EXTRACTOR", "apply", "Ljava/lang/Object;");
        shapes.add(condition("apply", "L(" + names(valueTypes()) + "|java/lang/Object);"));
        return shapes;
    }

    private List<Shape> consequence() {
        List<Shape> shapes = lambda("CONSEQUENCE", "execute", "V");
        Set<String> references = new HashSet<>(boxing());
        references.addAll(surface.callable());
        surface.readable().stream()
                .filter(reference -> reference.startsWith("get "))
                .forEach(references::add);
        Set<String> parameters = valueTypes();
        parameters.add(surface.conclude().getName().replace('.', '/'));
        shapes.add(new Shape(
                Pattern.compile("execute\\((L(" + names(parameters) + ");){1," + MAX_VARIABLES + "}\\)V"),
                union(CONSTANTS, VARIABLES, RETURNS),
                references,
                false));
        return shapes;
    }

    /** Reads, compares, and calls what may be called. */
    private Shape condition(String method, String result) {
        Set<String> references = new HashSet<>(boxing());
        references.addAll(surface.readable());
        valueTypes().forEach(type -> references.add("cast " + type));
        references.addAll(Set.of(
                "cast java/lang/Number",
                "cast java/lang/Comparable",
                "array java/lang/Object",
                "get org/drools/model/operators/InOperator.INSTANCE:Lorg/drools/model/operators/InOperator;",
                "call " + D + ".eval(Lorg/drools/model/functions/Operator;Ljava/lang/Object;[Ljava/lang/Object;)Z"));
        String evaluation = "call org/drools/modelcompiler/util/EvaluationUtil.";
        references.add(evaluation + "areNullSafeEquals(Ljava/lang/Object;Ljava/lang/Object;)Z");
        references.add(evaluation + "areNumbersNullSafeEquals(Ljava/lang/Number;Ljava/lang/Number;)Z");
        for (String comparison : List.of("greaterThan", "lessThan", "greaterOrEqual", "lessOrEqual")) {
            references.add(evaluation + comparison + "(Ljava/lang/Comparable;Ljava/lang/Comparable;)Z");
            references.add(evaluation + comparison + "Numbers(Ljava/lang/Number;Ljava/lang/Number;)Z");
            references.add(evaluation + comparison + "Numbers(Ljava/lang/Long;Ljava/lang/Long;)Z");
        }
        return new Shape(
                Pattern.compile(method + "\\((L(" + names(valueTypes()) + ");){1," + MAX_VARIABLES + "}\\)" + result),
                union(CONSTANTS, VARIABLES, BRANCHES, ARITHMETIC, ARRAYS, RETURNS, Set.of(POP)),
                references,
                false);
    }

    /** What every lambda has beside what the rule says, its bridge last: the only method that calls a lambda's own. */
    private List<Shape> lambda(String kind, String method, String result) {
        String self = "<" + kind + ">";
        Set<String> bridged = new HashSet<>();
        Set<String> types = valueTypes();
        types.add(surface.conclude().getName().replace('.', '/'));
        types.forEach(type -> bridged.add("cast " + type));
        bridged.add("call " + self + "." + method);
        return new ArrayList<>(List.of(
                shape(
                        "<clinit>\\(\\)V",
                        Set.of(
                                "new " + self,
                                "array " + self,
                                "call " + self + ".<init>(Ljava/lang/String;I)V",
                                "get " + self + ".INSTANCE:L" + self + ";",
                                "put " + self + ".INSTANCE:L" + self + ";",
                                "put " + self + ".ENUM$VALUES:[L" + self + ";")),
                shape("<init>\\(Ljava/lang/String;I\\)V", Set.of("call java/lang/Enum.<init>(Ljava/lang/String;I)V")),
                shape("getExpressionHash\\(\\)Ljava/lang/String;", Set.of()),
                new Shape(
                        Pattern.compile("values\\(\\)\\[L" + self + ";"),
                        union(CONSTANTS, VARIABLES, ARRAYS, RETURNS, Set.of(ARRAYLENGTH)),
                        Set.of(
                                "array " + self,
                                "get " + self + ".ENUM$VALUES:[L" + self + ";",
                                "call java/lang/System.arraycopy(Ljava/lang/Object;ILjava/lang/Object;II)V"),
                        true),
                shape(
                        "valueOf\\(Ljava/lang/String;\\)L" + self + ";",
                        Set.of(
                                "class " + self,
                                "cast " + self,
                                "call java/lang/Enum.valueOf(Ljava/lang/Class;Ljava/lang/String;)Ljava/lang/Enum;")),
                new Shape(
                        Pattern.compile(
                                "bridge " + method + "\\((Ljava/lang/Object;){1," + MAX_VARIABLES + "}\\)" + result),
                        union(VARIABLES, RETURNS),
                        bridged,
                        false)));
    }

    private static Shape constructor() {
        return shape("<init>\\(\\)V", Set.of("call java/lang/Object.<init>()V"));
    }

    /** A switch over texts that ends in an exception that names the text. */
    private static Set<String> chosenByText(String exception) {
        String builder = "java/lang/StringBuilder";
        return Set.of(
                "new " + exception,
                "call " + exception + ".<init>(Ljava/lang/String;)V",
                "new " + builder,
                "call " + builder + ".<init>(Ljava/lang/String;)V",
                "call " + builder + ".append(Ljava/lang/String;)L" + builder + ";",
                "call " + builder + ".toString()Ljava/lang/String;",
                "call java/lang/String.equals(Ljava/lang/Object;)Z",
                "call java/lang/String.hashCode()I");
    }

    private static Set<String> boxing() {
        Set<String> references = new HashSet<>();
        for (String box : BOXES) {
            String primitive = box.equals("Boolean") ? "Z" : box.substring(0, 1).replace('L', 'J');
            String unboxing = box.equals("Integer")
                    ? "intValue"
                    : Character.toLowerCase(box.charAt(0)) + box.substring(1) + "Value";
            references.add("call java/lang/" + box + ".valueOf(" + primitive + ")Ljava/lang/" + box + ";");
            references.add("call java/lang/" + box + "." + unboxing + "()" + primitive);
        }
        return references;
    }

    private static Shape shape(String signature, Set<String> references, Integer... more) {
        return new Shape(
                Pattern.compile(signature),
                union(CONSTANTS, VARIABLES, ARRAYS, RETURNS, Set.of(IFEQ, IFNE, GOTO), Set.of(more)),
                references,
                false);
    }

    private static String names(Set<String> types) {
        return types.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }

    @SafeVarargs
    private static <T> Set<T> union(Set<T>... sets) {
        return Arrays.stream(sets).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
