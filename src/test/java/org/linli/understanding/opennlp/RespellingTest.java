package org.linli.understanding.opennlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RespellingTest {

    private final List<String> examples = List.of("电梯坏了", "垃圾没人清", "水管漏了", "晚上停水");

    @Test
    void aWordOfTheSameSoundIsHeardAsTheKnownOne() {
        assertThat(told("店梯坏了")).contains("-电", "-^电", "-电梯", "_电坏").containsAll(kin("电梯"));
        assertThat(told("垃及没人清")).contains("-圾", "-垃圾", "-圾没");
    }

    @Test
    void whatTheExamplesHaveIsLeftAlone() {
        examples.forEach(it -> assertThat(told(it)).isEmpty());
        assertThat(told("店梯坏了", spellings(), List.of("店梯坏了", "电梯坏了"))).isEmpty();
    }

    /// 店 may be a shop where nothing says that a lift is meant.
    @Test
    void aNewWordThatDoesNotFitOnBothSidesIsLeftAlone() {
        assertThat(told("隔壁店梯坏了")).isEmpty();
        assertThat(told("水馆子")).isEmpty();
    }

    /// A slip that an example has does not become a word.
    @Test
    void whatFewExamplesHaveIsNoWord() {
        var twice = LearnSpellings.from(Collections.nCopies(2, "电梯坏了"));

        assertThat(told("店梯坏了", twice)).isEmpty();
    }

    @Test
    void lettersAreTheWordsThatTheySpell() {
        assertThat(told("dianti坏了")).contains("-电梯", "-^电", "-梯坏");
        assertThat(told("laji没人清")).contains("-垃圾", "-圾没");
    }

    /// What stands far behind what is looked at says nothing about the letters before it.
    @Test
    void onlyTheStartOfALongMessageSaysWhatWasWritten() {
        assertThat(told("dianti坏了" + "。".repeat(4 * Normalised.MOST) + "点店电提梯体"))
                .contains("-电梯");
    }

    @Test
    void twoCharactersTheWrongWayRoundAreTurned() {
        assertThat(told("水漏管了")).contains("-管漏", "-水管", "-漏了");
        assertThat(told("漏管水电")).doesNotContain("-管漏");
    }

    @Test
    void englishIsNotSpelledInChinese() {
        assertThat(told("QRSTVWXZ, lift")).isEmpty();
    }

    @Test
    void spellingsAreStored() throws IOException {
        var stored = new ByteArrayOutputStream();
        spellings().write(new DataOutputStream(stored));
        var read = Spellings.read(new DataInputStream(new ByteArrayInputStream(stored.toByteArray())));

        assertThat(told("店梯坏了", read)).isEqualTo(told("店梯坏了")).isNotEmpty();
    }

    private Spellings spellings() {
        return LearnSpellings.from(
                Collections.nCopies(3, examples).stream().flatMap(List::stream).toList());
    }

    private List<String> told(String said) {
        return told(said, spellings());
    }

    private List<String> told(String said, Spellings spellings) {
        return told(said, spellings, examples);
    }

    private static List<String> told(String said, Spellings spellings, List<String> known) {
        var told = new ArrayList<String>();
        Respelling.tell(
                said,
                Normalised.of(said).text(),
                (one, other) -> known.stream().anyMatch(it -> ("^" + it + "$").contains("" + one + other)),
                spellings,
                (kind, text, from, to) ->
                        told.add(kind + text.subSequence(from, to).toString()));
        return told;
    }

    private static List<String> kin(String word) {
        return Features.of(word).stream().filter(it -> it.startsWith("#")).toList();
    }
}
