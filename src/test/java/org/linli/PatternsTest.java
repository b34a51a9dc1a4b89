package org.linli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Nobody's words take the stack of whoever reads them: a pattern that repeats a choice between several things calls
/// itself once for each, and a thread that runs out of stack says nothing to the one who waits.
@Timeout(300)
class PatternsTest {

    /// So often that a reader that calls itself for each one needs more than the little stack, whatever the compiler
    /// has made of it by then; words are cut after 2,000 characters.
    private static final int TIMES = 1_500;

    private static final long LITTLE = 160 * 1024;

    /// Read only words that are shorter than a set phrase may be, or their first characters.
    private static final Set<String> OF_SHORT_WORDS = Set.of(
            "AskHome.YES",
            "Curses.ANY",
            "Phrases.YES_AND",
            "WholeCompound.ALL_OF_IT",
            // sixty things that get points, each of several parts
            "ReadPoints.EACH",
            "Phrases.CANCEL",
            "Phrases.YES",
            "Phrases.NO",
            "Phrases.PATIENCE",
            "Phrases.DOES_NOT_KNOW",
            "SignUpWords.STAYS_AWAY",
            "Storey.SAID",
            "Phrases.WANTS_PERSON",
            "Phrases.WANTS_TO_REPORT",
            "Phrases.ALL_CLEAR",
            "BareReply.VERDICT",
            "BareReply.NOD",
            "BareReply.PLAIN_VERDICT",
            "CorrectDone.BARE_PART",
            "Curses.NOTHING_ELSE",
            "DangerOver.MAY_STAND_BY",
            "DangerOver.SAYS_SO",
            "DangerOver.WITHIN",
            "Pieces.GOES_ON",
            "Pieces.IS_WRONG",
            "Listed.BEFORE",
            "Listed.BEHIND",
            "Listed.PLACE",
            "PlainlyWorse.BARE",
            "Whereabouts.BARE");

    private static final Pattern REPEATS_A_GROUP = Pattern.compile("\\)[*+{]");
    private static final Pattern WORD = Pattern.compile("[\\p{IsHan}]+|[A-Za-z]{2,}");

    @Test
    void noneTakesTheStackHoweverOftenItsWordsAreRepeated() {
        Set<String> deep = fields().stream()
                .filter(it -> REPEATS_A_GROUP.matcher(pattern(it).pattern()).find() && takesTheStack(pattern(it)))
                .map(it -> it.getOwner().getSimpleName() + "." + it.getName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(deep).isSubsetOf(OF_SHORT_WORDS);
    }

    private static Set<JavaField> fields() {
        JavaClasses ours = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.linli");
        return ours.stream()
                .flatMap(it -> it.getFields().stream())
                .filter(it -> it.getRawType().isEquivalentTo(Pattern.class)
                        && it.getModifiers().contains(JavaModifier.STATIC))
                .collect(Collectors.toSet());
    }

    private static Pattern pattern(JavaField field) {
        try {
            Field it = field.reflect();
            it.setAccessible(true);
            return (Pattern) it.get(null);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(field.getFullName(), hidden);
        }
    }

    private static boolean takesTheStack(Pattern pattern) {
        return words(pattern).stream().anyMatch(it -> takesTheStack(pattern, it.repeat(TIMES)));
    }

    /// Those of the pattern, their first and last characters, and what stands everywhere.
    private static Set<String> words(Pattern pattern) {
        var words = new TreeSet<>(Set.of("1", "a", " ", "，", "1 ", "一", "。"));
        WORD.matcher(pattern.pattern()).results().map(it -> it.group()).forEach(it -> {
            words.add(it);
            words.add(it.substring(0, 1));
            words.add(it.substring(it.length() - 1));
        });
        return words;
    }

    private static boolean takesTheStack(Pattern pattern, String text) {
        var taken = new AtomicBoolean();
        var reader = new Thread(
                null,
                () -> {
                    try {
                        pattern.matcher(text).lookingAt();
                        pattern.matcher("3" + text).lookingAt();
                    } catch (StackOverflowError tooDeep) {
                        taken.set(true);
                    }
                },
                "reads",
                LITTLE);
        reader.start();
        try {
            reader.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return taken.get();
    }
}
