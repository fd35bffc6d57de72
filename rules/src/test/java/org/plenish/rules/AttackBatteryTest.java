package org.plenish.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.plenish.rules.problem.Problem;
import org.plenish.rules.sandbox.SandboxCompiler;
import org.plenish.rules.sandbox.SandboxException;
import org.plenish.rules.sandbox.Ungated;

/** Every attack of {@code attacks/attacks.yaml} against the rule book, and against the sandbox alone. */
@Execution(ExecutionMode.SAME_THREAD)
class AttackBatteryTest {

    private static final int SECONDS = 20;

    @TempDir
    Path folder;

    private Canary canary;

    @BeforeEach
    void revive() {
        canary = new Canary(folder.resolve("canary"));
        canary.revive();
    }

    @AfterEach
    void leaveNothing() {
        canary.revive();
    }

    @Test
    void thereAreManyAttacksOfManyKindsEachWithItsOwnId() {
        List<Attack> attacks = Attack.all();

        assertThat(attacks).hasSizeGreaterThan(150);
        assertThat(attacks.stream().map(Attack::id)).doesNotHaveDuplicates();
        assertThat(attacks.stream().map(Attack::kind).distinct().count()).isGreaterThan(12);
        assertThat(attacks)
                .allSatisfy(attack -> assertThat(attack.word("why", "")).isNotEmpty());
    }

    @TestFactory
    Stream<DynamicTest> theRuleBookRefusesItAndSaysWhere() {
        return tests(Attack.all().stream(), attack -> {
            Throwable refusal =
                    catchThrowable(() -> RuleBook.compile(Map.of(attack.file(), attack.text(canary.file()))));

            if (attack.is("book", "inert")) {
                assertThat(refusal).isNull();
                endsHarmlessly(RuleBook.compile(Map.of(attack.file(), attack.text(canary.file())))
                        .kieBase());
            } else {
                assertThat(refusal).isInstanceOf(RuleBookException.class);
                Problem problem = ((RuleBookException) refusal).problems().get(0);
                assertThat(problem.file()).doesNotContainPattern("\\p{Cntrl}").hasSizeLessThan(250);
                if (!attack.is("lineless", "true")) {
                    assertThat(problem.file()).isEqualTo(attack.file());
                    assertThat(problem.line()).as(refusal.getMessage()).isPositive();
                }
            }
            assertThat(canary.isAlive()).isTrue();
        });
    }

    @TestFactory
    Stream<DynamicTest> theSandboxHoldsItWithoutTheFirstLayer() {
        return tests(withDrl(), attack -> {
            Map<String, String> source = Map.of("pasted", attack.drl(canary.file()));

            Throwable refusal = catchThrowable(() -> endsHarmlessly(SandboxCompiler.compile(source, RuleSurface.ALL)));

            if (attack.is("sandbox", "harmless")) {
                assertThat(refusal).isNull();
            } else {
                assertThat(refusal).isInstanceOf(SandboxException.class).hasMessageContaining(attack.word("says", ""));
            }
            assertThat(canary.isAlive()).isTrue();
        });
    }

    @TestFactory
    Stream<DynamicTest> whatTheGateRefusesTheOtherLayersHoldToo() {
        return tests(withDrl().filter(attack -> attack.is("gate", "refuses") && !attack.is("kind", "size")), attack -> {
            Map<String, String> source = Map.of("pasted", attack.drl(canary.file()));

            Throwable refusal = catchThrowable(() -> endsHarmlessly(Ungated.compile(source, RuleSurface.ALL)));

            if (refusal != null) {
                assertThat(refusal).isInstanceOf(SandboxException.class);
            }
            assertThat(canary.isAlive()).isTrue();
        });
    }

    /** That an attack is one is seen by running it; then each of the later layers has to hold it alone. */
    @TestFactory
    Stream<DynamicTest> droolsAloneWouldRunItAndEachLayerAloneHoldsIt() {
        return tests(Attack.all().stream().filter(attack -> attack.words().containsKey("trips")), attack -> {
            InternalKieModule compiled = unguarded(attack.drl(canary.file()));
            boolean whileCompiling = attack.is("trips", "while compiling");
            assertThat(canary.isAlive()).isEqualTo(!whileCompiling);
            OneProfile.endsWithinSeconds(SECONDS, loaded(compiled));
            assertThat(canary.diesWithinSeconds(SECONDS)).as("runs unguarded").isTrue();

            // A condition may have been asked, and its program started, more than once.
            ProcessHandle.current().children().forEach(child -> child.onExit().join());

            assertThat(Ungated.inspect(compiled, RuleSurface.ALL))
                    .as("inspector")
                    .isNotEmpty();

            canary.revive();
            // Drools keeps what it loaded once with what it compiled.
            InternalKieModule again = unguarded(attack.drl(canary.file()));
            canary.revive();
            Throwable failure = catchThrowable(() -> endsHarmlessly(Ungated.load(again, RuleSurface.ALL)));
            if (failure != null) {
                assertThat(failure).isNotInstanceOf(AssertionError.class);
            }
            assertThat(canary.isAlive()).as("run-time class loader").isTrue();
        });
    }

    @Test
    void aLinkOutOfTheFolderIsNotFollowed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "rule,secret\nof nobody's business\n");
        Path book = Files.createDirectory(folder.resolve("book"));
        Files.createSymbolicLink(book.resolve("a.csv"), secret);
        Files.createSymbolicLink(book.resolve("b"), folder);

        assertThatThrownBy(() -> RuleBook.load(book))
                .isInstanceOf(RuleBookException.class)
                .hasMessageStartingWith("a.csv: is a link.")
                .hasMessageNotContaining("business");
    }

    @Test
    void aFileOfManyMegabytesIsNotReadToItsEnd() throws IOException {
        Path book = Files.createDirectory(folder.resolve("book"));
        try (var file = new java.io.RandomAccessFile(book.resolve("a.drl").toFile(), "rw")) {
            file.setLength(8L << 30);
        }

        assertThatThrownBy(() -> RuleBook.load(book))
                .isInstanceOf(RuleBookException.class)
                .hasMessageStartingWith("a.drl: has more than 2000000 bytes.");
    }

    @Test
    void aFileThatIsNotTextIsRefused() throws IOException {
        Path book = Files.createDirectory(folder.resolve("book"));
        Files.write(book.resolve("a.drl"), new byte[] {'r', (byte) 0xff, (byte) 0xfe});

        assertThatThrownBy(() -> RuleBook.load(book)).hasMessageStartingWith("a.drl: is not written in UTF-8.");
    }

    private static Stream<Attack> withDrl() {
        return Attack.all().stream().filter(attack -> attack.drl(Path.of("canary")) != null);
    }

    private void endsHarmlessly(KieBase rules) throws InterruptedException {
        assertThat(OneProfile.endsWithinSeconds(SECONDS, rules)).as("ends").isTrue();
    }

    /** As Drools would do it without us. */
    private static InternalKieModule unguarded(String drl) {
        KieServices services = KieServices.Factory.get();
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(
                services.newReleaseId("org.plenish", "unguarded", Integer.toHexString(drl.hashCode())));
        files.write("src/main/resources/org/plenish/rulebook/pasted.drl", drl);
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        assertThat(builder.getResults().getMessages(Message.Level.ERROR)).isEmpty();
        return (InternalKieModule) builder.getKieModule();
    }

    private static KieBase loaded(InternalKieModule compiled) {
        return KieServices.Factory.get()
                .newKieContainer(compiled.getReleaseId())
                .getKieBase();
    }

    private interface Check {
        void of(Attack attack) throws Exception;
    }

    private Stream<DynamicTest> tests(Stream<Attack> attacks, Check check) {
        return attacks.map(attack -> DynamicTest.dynamicTest(attack.toString(), () -> {
            canary.revive();
            check.of(attack);
        }));
    }
}
