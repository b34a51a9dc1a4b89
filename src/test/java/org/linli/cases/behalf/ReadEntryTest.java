package org.linli.cases.behalf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.cases.Sunshine;
import org.linli.cases.Way;
import org.linli.understanding.Intent;
import org.linli.understanding.NameEntities;
import org.linli.understanding.Ranked;
import org.linli.understanding.Understand;
import org.linli.understanding.Understanding;

class ReadEntryTest {

    private static final Set<String> LABELS = Set.of("report.elevator", "report.noise", "suggest");

    /// Hears a question first, and then a lift.
    private static final Understand LIFT = (text, _, now) -> new Understanding(
            new Intent("ask.service"),
            0.6,
            List.of(ranked("ask.service", 0.6), ranked("report.elevator", 0.3)),
            new NameEntities().in(text, now));

    @Test
    void labelAndPlaceAreTakenFromTheWordsWhereTheyWereLeftOpen() {
        var entry = read(typed("3栋2单元电梯坏了", "", "138 0013-8000", Way.TELEPHONE, null));

        assertThat(entry.label()).isEqualTo("report.elevator");
        assertThat(entry.place()).isEqualTo(Sunshine.at("b3-2"));
        assertThat(entry.caller().phone()).isEqualTo("13800138000");
        assertThat(entry.words()).isEqualTo("3栋2单元电梯坏了");
    }

    @Test
    void aPlaceThatWasTypedCountsMoreThanTheWords() {
        assertThat(read(typed("9栋也听得到", "儿童乐园", "", Way.BOX, null)).place()).isEqualTo(Sunshine.at("play"));
        assertThat(read(typed("门口太黑", "", "", Way.PAPER, null)).place()).isNull();
    }

    @Test
    void theUnitAloneIsThatOfTheResidentsHome() {
        var typed = typed("2单元电梯坏了", "", "", Way.TELEPHONE, null);

        assertThat(reading().read(typed, Sunshine.at("b3-2-501")))
                .isInstanceOfSatisfying(
                        ReadEntry.Result.Read.class,
                        it -> assertThat(it.entry().place()).isEqualTo(Sunshine.at("b3-2")));
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThat(trouble(typed(" ", "", "", Way.TELEPHONE, null))).isEqualTo(ReadEntry.Trouble.WORDS);
        assertThat(trouble(typed("x".repeat(2_001), "", "", Way.TELEPHONE, null)))
                .isEqualTo(ReadEntry.Trouble.WORDS);
        assertThat(trouble(typed("吵", "", "12345", Way.TELEPHONE, null))).isEqualTo(ReadEntry.Trouble.PHONE);
        assertThat(trouble(typed("吵", "77栋", "", Way.TELEPHONE, null))).isEqualTo(ReadEntry.Trouble.NOWHERE);
        assertThat(trouble(typed("吵", "月亮上", "", Way.TELEPHONE, null))).isEqualTo(ReadEntry.Trouble.NOWHERE);
        assertThat(trouble(typed("查违建", "", "", Way.ABOVE, LocalDate.parse("2026-03-01"))))
                .isEqualTo(ReadEntry.Trouble.DAY);
    }

    @Test
    void onlyWhoeverIsAboveSetsTheDay() {
        var day = LocalDate.parse("2026-03-06");

        assertThat(read(typed("查违建", "", "", Way.ABOVE, day)).dueBy()).isEqualTo("2026-03-06T10:00:00Z");
        assertThat(read(typed("查违建", "", "", Way.TELEPHONE, day)).dueBy()).isNull();
    }

    @Property(tries = 300)
    void whateverIsTypedIsReadOrNamedWrong(
            @ForAll @StringLength(max = 60) String words,
            @ForAll @StringLength(max = 30) String place,
            @ForAll @StringLength(max = 20) String phone) {
        switch (reading().read(typed(words, place, phone, Way.WALK_IN, null), null)) {
            case ReadEntry.Result.Read(Entry it) -> {
                assertThat(it.words()).isNotBlank();
                assertThat(it.caller().phone()).matches("|\\d{7,12}");
                assertThat(LABELS).contains(it.label());
            }
            case ReadEntry.Result.Wrong(var why, var choices) ->
                assertThat(choices.isEmpty()).isEqualTo(why != ReadEntry.Trouble.SEVERAL);
        }
    }

    private static Ranked ranked(String label, double confidence) {
        return new Ranked(new Intent(label), confidence);
    }

    private static ReadEntry reading() {
        return new ReadEntry(Sunshine.MAP, LIFT, LABELS, Sunshine.NINE);
    }

    private static Entry read(Typed typed) {
        return ((ReadEntry.Result.Read) reading().read(typed, null)).entry();
    }

    private static ReadEntry.Trouble trouble(Typed typed) {
        return ((ReadEntry.Result.Wrong) reading().read(typed, null)).why();
    }

    private static Typed typed(String words, String place, String phone, Way way, @Nullable LocalDate due) {
        return new Typed("o", way, "", "李阿姨", phone, true, words, "", place, due);
    }
}
