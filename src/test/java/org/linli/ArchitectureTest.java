package org.linli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.concurrent.Executors;

/// House rules that a compiler cannot check. Each says why.
@AnalyzeClasses(packages = "org.linli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> BLOCKING =
            Set.of("block", "blockOptional", "blockFirst", "blockLast", "toIterable", "toStream", "toFuture");

    @ArchTest
    static final ArchRule NOBODY_BLOCKS = noClasses()
            .should()
            .accessTargetWhere(reactorCall("that blocks", BLOCKING))
            .because("one blocked event-loop thread stalls every resident on it");

    @ArchTest
    static final ArchRule ONLY_JOBS_SUBSCRIBE = noClasses()
            .that()
            .resideOutsideOfPackage("..platform.jobs..")
            .should()
            .accessTargetWhere(reactorCall("that subscribes", Set.of("subscribe")))
            .because("work that nobody waits for is work whose failure nobody sees");

    @ArchTest
    static final ArchRule NO_VIRTUAL_THREADS = noClasses()
            .should()
            .callMethod(Thread.class, "ofVirtual")
            .orShould()
            .callMethod(Thread.class, "startVirtualThread", Runnable.class)
            .orShould()
            .callMethod(Executors.class, "newVirtualThreadPerTaskExecutor")
            .because("two that load classes or reckon keep all others from two cores: see src/adr/0132");

    @ArchTest
    static final ArchRule TIME_IS_GIVEN = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .because("deadlines are tested: take an injected Clock");

    @ArchTest
    static final ArchRule WXJAVA_STAYS_BEHIND_ITS_DOOR = noClasses()
            .that()
            .resideOutsideOfPackage("..channels.wechat..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("me.chanjar..")
            .because("a platform can be removed by deleting one folder")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule SMACK_STAYS_BEHIND_ITS_DOOR = noClasses()
            .that()
            .resideOutsideOfPackage("..channels.xmpp..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jivesoftware..", "org.jxmpp..")
            .because("it blocks, and a platform can be removed by deleting one folder")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule OPENNLP_STAYS_BEHIND_ITS_DOOR = noClasses()
            .that()
            .resideOutsideOfPackage("..understanding..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("opennlp..", "de.bwaldvogel..")
            .because("it speaks in double[]; the rest of us speak in intents")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule CHANNELS_DO_NOT_KNOW_EACH_OTHER = slices().matching("org.linli.channels.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAPackage("..channels.."), resideInAPackage("..channels.tencent.."))
            // holds what pages made for whichever platform, and knows none
            .ignoreDependency(resideInAPackage("..channels.."), resideInAPackage("..channels.kept.."))
            .because("a platform can be removed by deleting one folder")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule A_TURN_GOES_DOWN_ITS_PACKAGES = slices().assignedFrom(new EachPackage("org.linli.dialogue"))
            .should()
            .beFreeOfCycles()
            .because("the package-info of the dialogue tells which package stands on which");

    @ArchTest
    static final ArchRule TRANSACTIONS_ARE_WRITTEN_WHERE_THEY_BEGIN = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.springframework.transaction.annotation.Transactional")
            .because("nobody looks for this annotation: it would do nothing");

    @ArchTest
    static final ArchRule NAMES_SAY_SOMETHING = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager)")
            .because("such a name says nothing; say what it does");

    private static DescribedPredicate<JavaAccess<?>> reactorCall(String what, Set<String> methods) {
        return new DescribedPredicate<>("a reactive call " + what) {
            @Override
            public boolean test(JavaAccess<?> call) {
                return call.getTargetOwner().getPackageName().equals("reactor.core.publisher")
                        && methods.contains(call.getName());
            }
        };
    }

    /// Each package under a root, and the root itself, as a slice of its own.
    private record EachPackage(String root) implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            return name.equals(root) || name.startsWith(root + ".")
                    ? SliceIdentifier.of(name)
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "each package of " + root;
        }
    }
}
