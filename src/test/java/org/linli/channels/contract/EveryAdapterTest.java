package org.linli.channels.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.linli.channels.Channel;
import org.linli.channels.Content;
import org.linli.channels.FetchMedia;

/// No adapter gets by without the contract, and no case without a reason.
class EveryAdapterTest {

    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("org.linli.channels");

    @Test
    void whereThereIsAChannelThereIsItsContract() {
        assertThat(foldersOf(AdapterContract.class)).containsAll(foldersOf(Channel.class));
    }

    @Test
    void whoeverLeavesOutACaseSaysWhyAndLeavesOutEachOnce() {
        var tests = CLASSES.stream()
                .filter(it -> it.isAssignableTo(AdapterContract.class) && !it.isInterface())
                .toList();
        assertThat(tests).hasSizeGreaterThanOrEqualTo(9).allSatisfy(test -> {
            var reasons = Arrays.asList(test.reflect().getAnnotationsByType(NotHere.class));
            assertThat(reasons).extracting(NotHere::because).allMatch(it -> it.length() > 20);
            assertThat(reasons).flatExtracting(it -> Arrays.asList(it.value())).doesNotHaveDuplicates();
        });
    }

    /// What an adapter says was sent and nobody fetches is lost without a word.
    @Test
    void whoeverHearsOfAPictureOrAVoiceFetchesIt() {
        assertThat(foldersOf(FetchMedia.class))
                .containsAll(foldersThatMake(Content.Picture.class))
                .containsAll(foldersThatMake(Content.Voice.class));
        assertThat(foldersThatMake(Content.Picture.class)).hasSizeGreaterThanOrEqualTo(5);
    }

    private static Set<String> foldersThatMake(Class<?> content) {
        return CLASSES.stream()
                .filter(it -> it.getConstructorCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(content)))
                .map(JavaClass::getPackageName)
                .filter(it -> !it.endsWith(".parrot"))
                .collect(Collectors.toSet());
    }

    /// Without the one that repeats what it hears, in tests of the inbox and the outbox.
    private static Set<String> foldersOf(Class<?> kind) {
        return CLASSES.stream()
                .filter(it -> it.isAssignableTo(kind) && !it.isInterface())
                .map(JavaClass::getPackageName)
                .filter(it -> !it.endsWith(".parrot"))
                .collect(Collectors.toSet());
    }
}
