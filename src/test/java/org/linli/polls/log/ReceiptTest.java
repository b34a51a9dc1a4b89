package org.linli.polls.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {

    private static final String SIGNS = "23456789ACDEFGHJKLMNPQRTUVWXY";

    private final Receipt receipt = new Receipt("lm/7", "3,5,7", "000102030405060708090a0b0c0d0e0f");
    private final ReceiptCode code = receipt.code();

    /// `printf 'linli-ballot-v1\nlm/7\n3,5,7\n000102030405060708090a0b0c0d0e0f' | sha256sum`
    @Test
    void anybodyCanComputeACommitment() {
        assertThat(receipt.commitment().hex())
                .isEqualTo("7b7ad3b9bcce7d45104defae5ffb6491685873713f0aec50a344417725848276");
    }

    @Test
    void anotherBallotPollOrNonceIsAnotherCommitment() {
        var seen = new HashSet<Hash>();
        seen.add(receipt.commitment());
        seen.add(new Receipt("lm/7", "3,5", receipt.nonce()).commitment());
        seen.add(new Receipt("lm/8", "3,5,7", receipt.nonce()).commitment());
        seen.add(Receipt.draw("lm/7", "3,5,7").commitment());
        seen.add(Receipt.draw("lm/7", "3,5,7").commitment());

        assertThat(seen).hasSize(5);
    }

    @Property
    void aCodeIsReadAsItIsWritten(@ForAll String ballot) {
        var any = ReceiptCode.of(Hash.of(ballot));

        assertThat(any.toString()).matches("([%s]{4}-){3}[%s]{4}".formatted(SIGNS, SIGNS));
        assertThat(ReceiptCode.read(any.toString())).contains(any);
    }

    @Test
    void peopleTypeCodesInTheirOwnWay() {
        String typed = code.toString();

        assertThat(ReceiptCode.read(" " + typed.toLowerCase(Locale.ROOT).replace('-', ' ')))
                .contains(code);
        assertThat(ReceiptCode.read(typed.replace("-", ""))).contains(code);
        assertThat(ReceiptCode.read(typed.replace('-', '—'))).contains(code);
        assertThat(ReceiptCode.read(fullWidth(typed))).contains(code);
        assertThat(ReceiptCode.read(typed.replace('8', 'B').replace('5', 's').replace('2', 'z')))
                .contains(code);
    }

    private static String fullWidth(String typed) {
        var wide = new StringBuilder();
        typed.chars().forEach(it -> wide.append((char) (it - '!' + '！')));
        return wide.toString();
    }

    @Test
    void oneWrongSignIsNoticed() {
        String signs = code.signs();
        for (int i = 0; i < signs.length(); i++) {
            for (char other : SIGNS.toCharArray()) {
                if (other != signs.charAt(i)) {
                    assertThat(ReceiptCode.read(signs.substring(0, i) + other + signs.substring(i + 1)))
                            .isEmpty();
                }
            }
        }
    }

    @Property
    void twoSignsThatChangedPlacesAreNoticed(@ForAll String ballot) {
        String signs = ReceiptCode.of(Hash.of(ballot)).signs();
        for (int i = 0; i < signs.length(); i++) {
            for (int j = i + 1; j < signs.length(); j++) {
                if (signs.charAt(i) != signs.charAt(j)) {
                    var swapped = new StringBuilder(signs);
                    swapped.setCharAt(i, signs.charAt(j));
                    swapped.setCharAt(j, signs.charAt(i));
                    assertThat(ReceiptCode.read(swapped.toString())).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "查票", "2222", "2222-2222-2222-2222-2", "0000-0000-0000-0000", "😀😀😀😀😀😀😀😀"})
    void whatIsNoCodeIsNone(String typed) {
        assertThat(ReceiptCode.read(typed)).isEmpty();
    }

    @Test
    void aReceiptDoesNotShowItsBallot() {
        assertThat(receipt.toString()).doesNotContain("3,5,7").doesNotContain(receipt.nonce());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Receipt("lm/7", "3\n5", receipt.nonce()))
                .withMessageNotContaining("3\n5");
    }

    @Test
    void anEntryIsReadAsItIsWritten() {
        for (Entry.Kind kind : Entry.Kind.values()) {
            var entry = new Entry(kind, receipt.commitment());
            assertThat(Entry.read(entry.line())).isEqualTo(entry);
        }
        var voided = new Entry(Entry.Kind.VOIDED, receipt.commitment(), "录错了；两人核对过;");
        assertThat(Entry.read(voided.line())).isEqualTo(voided);
        assertThat(voided.leaf()).isNotEqualTo(new Entry(Entry.Kind.VOIDED, receipt.commitment()).leaf());
        assertThatIllegalArgumentException().isThrownBy(() -> Entry.read("cast"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entry.read("sold;" + receipt.commitment().hex()));
        for (String line : List.of("cast;%s;录错了", "voided;%s;", "voided;%s;录\u202e错", "voided;%s;录\t错")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> Entry.read(line.formatted(receipt.commitment().hex())));
        }
    }
}
