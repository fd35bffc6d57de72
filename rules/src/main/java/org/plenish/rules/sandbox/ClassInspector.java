package org.plenish.rules.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;
import org.plenish.rules.sandbox.GeneratedCode.Kind;
import org.plenish.rules.sandbox.GeneratedCode.Shape;

/**
 * Reads compiled rules before any of them is loaded, and finds everything that {@link GeneratedCode} does not list.
 */
final class ClassInspector {

    private static final int API = Opcodes.ASM9;

    private static final int CONSTANT_CLASS = 7;

    /** Method handles and types, what is computed on first use, modules and packages. */
    private static final Set<Integer> UNKNOWN_CONSTANTS = Set.of(15, 16, 17, 18, 19, 20);

    private static final Set<Integer> CONSTANT_LENGTHS = Set.of(
            Opcodes.ICONST_0,
            Opcodes.ICONST_1,
            Opcodes.ICONST_2,
            Opcodes.ICONST_3,
            Opcodes.ICONST_4,
            Opcodes.ICONST_5,
            Opcodes.BIPUSH,
            Opcodes.SIPUSH);

    private static final Pattern IN_POOL = Pattern.compile("\\[*(?:L(.*);|[ZIJD])");

    private final GeneratedCode allowed;
    private final Set<String> allowedClasses;
    private final Map<String, byte[]> classes;

    /** By the name of a lambda, or of the class and method where a rule is put together. */
    private final Map<String, String> rules = new HashMap<>();

    /** @param classFiles by path, such as {@code org/plenish/rulebook/Rules.class} */
    ClassInspector(Surface surface, Map<String, byte[]> classFiles) {
        this.allowed = new GeneratedCode(surface);
        this.allowedClasses = allowed.classes();
        this.classes = new TreeMap<>();
        classFiles.forEach((path, bytes) -> {
            if (path.endsWith(".class")) {
                classes.put(path.substring(0, path.length() - ".class".length()), bytes);
            }
        });
    }

    /** @param refuse told the rule's name, empty where it cannot be known, and what was refused */
    void inspect(BiConsumer<String, String> refuse) {
        classes.forEach((name, bytes) -> {
            if (Kind.of(name) == Kind.RULE_METHODS) {
                new ClassReader(bytes).accept(new RuleNames(name), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            }
        });
        classes.forEach((name, bytes) -> {
            String rule = rules.getOrDefault(name, "");
            Kind kind = Kind.of(name);
            if (kind == null) {
                refuse.accept(rule, "a class " + name.replace('/', '.') + " of its own is not allowed.");
                return;
            }
            Inspection inspection = new Inspection(name, kind, rule, refuse);
            ClassReader reader = new ClassReader(bytes);
            inspection.constantPool(reader);
            reader.accept(inspection, 0);
        });
    }

    private static boolean isGenerated(String name) {
        return Kind.of(name) != null;
    }

    /** Which lambda was made of which rule: both are named where the rule is put together. */
    private final class RuleNames extends ClassVisitor {

        private final String self;

        RuleNames(String self) {
            super(API);
            this.self = self;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String method,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new MethodVisitor(API) {
                private String text = "";
                private String rule = "";

                @Override
                public void visitLdcInsn(Object value) {
                    text = value instanceof String string ? string : "";
                }

                @Override
                public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean itf) {
                    if (rule.isEmpty() && owner.endsWith("/D") && name.equals("rule")) {
                        rule = text;
                        rules.put(self + "." + method, rule);
                    }
                }

                @Override
                public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
                    Kind kind = Kind.of(owner);
                    if (kind != null && kind.isLambda() && !rule.isEmpty()) {
                        rules.putIfAbsent(owner, rule);
                    }
                }
            };
        }
    }

    /** One class. */
    private final class Inspection extends ClassVisitor {

        private final String self;
        private final Kind kind;
        private final String rule;
        private final BiConsumer<String, String> refuse;
        private final List<Shape> shapes;

        Inspection(String self, Kind kind, String rule, BiConsumer<String, String> refuse) {
            super(API);
            this.self = self;
            this.kind = kind;
            this.rule = rule;
            this.refuse = refuse;
            this.shapes = allowed.shapesOf(kind);
        }

        void refuse(String what) {
            refuse.accept(rule, what);
        }

        void refuse(String method, String what) {
            refuse.accept(rules.getOrDefault(self + "." + method, rule), what);
        }

        void constantPool(ClassReader reader) {
            char[] buffer = new char[reader.getMaxStringLength()];
            for (int i = 1; i < reader.getItemCount(); i++) {
                int at = reader.getItem(i);
                if (at == 0) {
                    continue;
                }
                int tag = reader.readByte(at - 1);
                if (UNKNOWN_CONSTANTS.contains(tag)) {
                    refuse("a constant that is computed (kind " + tag + ") is not allowed.");
                } else if (tag == CONSTANT_CLASS) {
                    type(reader.readUTF8(at, buffer));
                }
            }
        }

        private void type(String name) {
            var array = IN_POOL.matcher(name);
            String element = array.matches() ? array.group(1) : name;
            if (element != null && !allowedClasses.contains(element) && !isInspected(element)) {
                refuse(element.replace('/', '.') + " is not allowed.");
            }
        }

        private boolean isInspected(String name) {
            return isGenerated(name) && classes.containsKey(name);
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                String superName,
                String[] interfaces) {
            String wantedSuper = kind.isLambda() ? "java/lang/Enum" : "java/lang/Object";
            if (!name.equals(self) || !superName.equals(wantedSuper)) {
                refuse("a class " + name + " of type " + superName + " is not allowed.");
            }
            List<String> types = new ArrayList<>(List.of(interfaces));
            if (kind.isLambda() && !types.remove("org/drools/model/functions/HashedExpression")) {
                refuse("a class without a hash is not allowed.");
            }
            if (!String.join(" ", types).matches(kind.type)) {
                refuse("a class of type " + String.join(" ", types) + " is not allowed.");
            }
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
            if (!allowed.fieldsOf(kind)
                    .matcher(name + " " + Kind.generalize(descriptor))
                    .matches()) {
                refuse("a field " + name + " is not allowed.");
            }
            return null;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            boolean bridge = (access & Opcodes.ACC_BRIDGE) != 0;
            String wanted = (bridge ? "bridge " : "") + name + Kind.generalize(descriptor);
            Shape shape = shapes.stream()
                    .filter(known -> known.signature().matcher(wanted).matches())
                    .findFirst()
                    .orElse(null);
            if (shape == null || (access & (Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED)) != 0) {
                refuse("a method " + name + descriptor + " is not allowed.");
                return null;
            }
            return new Code(this, name, shape, bridge ? name : "");
        }

        @Override
        public @Nullable ModuleVisitor visitModule(String name, int access, @Nullable String version) {
            refuse("a module is not allowed.");
            return null;
        }

        @Override
        public void visitOuterClass(String owner, @Nullable String name, @Nullable String descriptor) {
            refuse("a class within a method is not allowed.");
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            if (!kind.isLambda() || !descriptor.equals(GeneratedCode.LAMBDA_MARK)) {
                refuse("an annotation " + descriptor + " is not allowed.");
            }
            return null;
        }

        @Override
        public @Nullable AnnotationVisitor visitTypeAnnotation(
                int typeRef, @Nullable TypePath typePath, String descriptor, boolean visible) {
            refuse("an annotation " + descriptor + " is not allowed.");
            return null;
        }

        @Override
        public void visitAttribute(Attribute attribute) {
            refuse("an attribute " + attribute.type + " is not allowed.");
        }

        @Override
        public void visitPermittedSubclass(String permittedSubclass) {
            refuse("a sealed class is not allowed.");
        }

        @Override
        public @Nullable RecordComponentVisitor visitRecordComponent(
                String name, String descriptor, @Nullable String signature) {
            refuse("a record is not allowed.");
            return null;
        }
    }

    /** One method: what it may have in it, and that it only goes forward. */
    private static final class Code extends MethodVisitor {

        private final Inspection in;
        private final String method;
        private final Shape shape;
        private final String bridged;
        private final Set<Label> passed = new HashSet<>();
        private int previous = Opcodes.NOP;

        /** @param bridged name of the method that a bridge leads to; empty for any other method */
        Code(Inspection in, String method, Shape shape, String bridged) {
            super(API);
            this.in = in;
            this.method = method;
            this.shape = shape;
            this.bridged = bridged;
        }

        private void refuse(String what) {
            in.refuse(method, what);
        }

        private void instruction(int opcode) {
            if (!shape.instructions().contains(opcode)) {
                refuse("instruction " + opcode + " (" + nameOf(opcode) + ") is not allowed.");
            }
            previous = opcode;
        }

        private void reference(int opcode, String reference) {
            if (!shape.references().contains(Kind.generalize(reference))) {
                refuse(reference.replace('/', '.') + " is not allowed.");
            }
            previous = opcode;
        }

        private void jump(int opcode, Label target) {
            instruction(opcode);
            forward(target);
        }

        private void forward(Label target) {
            if (passed.contains(target)) {
                refuse("a loop is not allowed.");
            }
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
        }

        @Override
        public void visitInsn(int opcode) {
            instruction(opcode);
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            instruction(opcode);
        }

        @Override
        public void visitVarInsn(int opcode, int variable) {
            instruction(opcode);
        }

        @Override
        public void visitIincInsn(int variable, int increment) {
            instruction(Opcodes.IINC);
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            switch (opcode) {
                case Opcodes.NEW -> reference(opcode, "new " + type);
                case Opcodes.CHECKCAST -> reference(opcode, "cast " + type);
                case Opcodes.ANEWARRAY -> {
                    if (!shape.arraysOfAnySize() && !CONSTANT_LENGTHS.contains(previous)) {
                        refuse("an array of " + type.replace('/', '.') + " of a size that is computed is not allowed.");
                    }
                    reference(opcode, "array " + type);
                }
                default -> instruction(opcode);
            }
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            String field = Kind.of(owner) == Kind.DOMAIN ? "meta" : name;
            switch (opcode) {
                case Opcodes.GETSTATIC, Opcodes.GETFIELD ->
                    reference(opcode, "get " + owner + "." + field + ":" + descriptor);
                default -> reference(opcode, "put " + owner + "." + field + ":" + descriptor);
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean itf) {
            if (!bridged.isEmpty() && owner.equals(in.self) && name.equals(bridged)) {
                reference(opcode, "call " + owner + "." + name);
            } else if (Kind.of(owner) == Kind.RULE_METHODS && name.startsWith("rule_")) {
                reference(opcode, "call " + owner + ".rule" + descriptor);
            } else {
                reference(opcode, "call " + owner + "." + name + descriptor);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            refuse("a lambda or method reference (" + name + descriptor + ") is not allowed.");
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            jump(opcode, label);
        }

        @Override
        public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
            jump(Opcodes.LOOKUPSWITCH, otherwise);
            for (Label label : labels) {
                forward(label);
            }
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
            instruction(Opcodes.TABLESWITCH);
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof Type type) {
                reference(Opcodes.LDC, "class " + type.getInternalName());
            } else if (value instanceof Handle || value instanceof ConstantDynamic) {
                refuse("a constant that is computed is not allowed.");
            } else {
                instruction(Opcodes.LDC);
            }
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            instruction(Opcodes.MULTIANEWARRAY);
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
            refuse("catching exceptions is not allowed.");
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            refuse("an annotation " + descriptor + " is not allowed.");
            return null;
        }

        @Override
        public void visitAttribute(Attribute attribute) {
            refuse("an attribute " + attribute.type + " is not allowed.");
        }

        private static String nameOf(int opcode) {
            return switch (opcode) {
                case Opcodes.ATHROW -> "throw";
                case Opcodes.MONITORENTER, Opcodes.MONITOREXIT -> "synchronized";
                case Opcodes.NEWARRAY, Opcodes.MULTIANEWARRAY -> "new array";
                case Opcodes.INSTANCEOF -> "instanceof";
                case Opcodes.IINC -> "increment";
                case Opcodes.LOOKUPSWITCH, Opcodes.TABLESWITCH -> "switch";
                case Opcodes.IFEQ, Opcodes.IFNE, Opcodes.GOTO -> "if";
                default -> "not one that rules need";
            };
        }
    }
}
