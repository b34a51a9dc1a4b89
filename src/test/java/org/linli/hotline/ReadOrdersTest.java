package org.linli.hotline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOrdersTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-02 09:30:00, 2026-03-02T01:30:00Z",
        "2026/3/2 9:30, 2026-03-02T01:30:00Z",
        "2026年3月2日, 2026-03-01T16:00:00Z",
        "2026年3月2日 9时30分, 2026-03-02T01:30:00Z",
        "2026-03-02T09:30:00+08:00, 2026-03-02T01:30:00Z",
        "46083.395833333336, 2026-03-02T01:30:00Z"
    })
    void timesAreReadAsHotlinesWriteThem(String text, String expected) {
        assertThat(ReadTime.read(text)).hasToString("Optional[" + expected + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "昨天", "2026-02-30 09:00", "2026-03-02 25:00", "12", "2026-03"})
    void whatIsNoTimeIsNotGuessed(String text) {
        assertThat(ReadTime.read(text)).isEmpty();
    }

    @Test
    void aFileIsReadByTheUsualNamesOfItsColumns() {
        var table = Table.read(Sheets.of(
                Sheets.HEADS,
                row("20260302-0001", "2026-03-02 09:30", "电梯坏了", "3栋", "李女士", "138-0013-8000", "2026-03-09 18:00")));
        var orders = Columns.guess(table.heads()).orders(table);

        assertThat(orders).hasSize(1);
        assertThat(orders.getFirst().phone()).isEqualTo("13800138000");
        assertThat(orders.getFirst().dueAt()).isEqualTo("2026-03-09T10:00:00Z");
    }

    @Test
    void everythingWrongIsNamedByRowAndColumn() {
        var faults = wrong(Sheets.of(
                        Sheets.HEADS,
                        row("1", "2026-03-02 09:30", "电梯坏了", "", "", "", ""),
                        row("2", "不知道", "", "", "", "123", ""),
                        row("1", "2026-03-02 09:30", "别的事", "", "", "", "")))
                .faults();

        assertThat(faults)
                .containsExactlyInAnyOrder(
                        new Fault(3, "受理时间", Fault.Why.NO_TIME),
                        new Fault(3, "诉求内容", Fault.Why.MISSING),
                        new Fault(3, "联系电话", Fault.Why.NO_PHONE),
                        new Fault(4, "工单编号", Fault.Why.TWICE));
    }

    @Test
    void aNumberThatStandsInTwoRowsIsNamedWhateverElseIsWrongWithThem() {
        var faults = wrong(Sheets.of(
                        Sheets.HEADS,
                        row("1", "不知道", "电梯坏了", "", "", "", ""),
                        row("1", "2026-03-02 09:30", "别的事", "", "", "", "")))
                .faults();

        assertThat(faults)
                .containsExactly(new Fault(2, "受理时间", Fault.Why.NO_TIME), new Fault(3, "工单编号", Fault.Why.TWICE));
    }

    @Test
    void aTitleAboveTheNamesOfTheColumnsIsPassedOver() {
        var order = row("20260302-0001", "2026-03-02 09:30", "电梯坏了", "3栋", "李女士", "13800138000", "");
        var table = Table.read(Sheets.of(row("临湄街道12345工单"), row("制表：综合办", "2026年3月2日"), row(""), Sheets.HEADS, order));

        assertThat(table.head()).isEqualTo(4);
        assertThat(table.heads()).isEqualTo(Sheets.HEADS);
        assertThat(Columns.guess(table.heads()).orders(table)).hasSize(1);
    }

    @Test
    void aTitleIsPassedOverAlsoWhereTheNamesAreOfThisCityOnly() {
        var table = Table.read(Sheets.of(row("临湄街道工单"), row("流水", "事由", "何时"), row("7", "电梯坏了", "电话")));

        assertThat(table.head()).isEqualTo(2);
        assertThat(table.rows()).extracting(Table.Row::number).containsExactly(3);
    }

    @Test
    void aSheetWithATitleAndNoOrderIsEmpty() {
        var file = Sheets.of(row("临湄街道工单"), Sheets.HEADS);

        assertThat(catchThrowableOfType(Wrong.class, () -> Table.read(file)).faults())
                .containsExactly(new Fault(0, "", Fault.Why.EMPTY));
    }

    @Test
    void aColumnThatIsNotThereIsNamed() {
        var table = Table.read(Sheets.of(List.of("编号", "什么"), List.of("1", "吵")));
        var wrong = catchThrowableOfType(
                Wrong.class, () -> new Columns(Map.of(Field.NUMBER, "编号", Field.WORDS, "内容")).orders(table));

        assertThat(wrong.faults())
                .contains(new Fault(0, "内容", Fault.Why.NO_COLUMN), new Fault(0, "received_at", Fault.Why.NO_COLUMN));
    }

    @Test
    void aPushedOrderIsReadAndItsFaultsNameTheFields() {
        assertThat(ReadPushed.read("""
                        {"number": "A1", "words": "电梯坏了", "received_at": "2026-03-02T09:30:00+08:00", "new": [1]}""".getBytes(UTF_8)).number()).isEqualTo("A1");
        assertThat(pushedWrong("{\"number\": \"A1\", \"received_at\": \"later\"}"))
                .containsExactlyInAnyOrder(
                        new Fault(0, "words", Fault.Why.MISSING), new Fault(0, "received_at", Fault.Why.NO_TIME));
        assertThat(pushedWrong("[]")).containsExactly(new Fault(0, "", Fault.Why.UNREADABLE));
        assertThat(pushedWrong("{")).containsExactly(new Fault(0, "", Fault.Why.UNREADABLE));
        assertThat(pushedWrong("")).containsExactly(new Fault(0, "", Fault.Why.UNREADABLE));
    }

    @Property(tries = 300)
    void whateverIsInTheCellsIsReadOrRefusedWithItsRow(
            @ForAll @Size(min = 7, max = 7) List<@StringLength(max = 12) String> cells) {
        var table = new Table(1, Sheets.HEADS, List.of(new Table.Row(2, cells)));
        try {
            var order = Columns.guess(Sheets.HEADS).orders(table).getFirst();
            assertThat(order.number()).isNotBlank();
            assertThat(order.phone()).matches("|\\d{5,12}");
        } catch (Wrong wrong) {
            assertThat(wrong.faults())
                    .isNotEmpty()
                    .allMatch(it -> it.row() == 2 && !it.where().isEmpty());
        }
    }

    @Property(tries = 200)
    void noBytesAreTakenForAFileThatAreNone(@ForAll @Size(max = 200) byte[] bytes) {
        assertThat(catchThrowableOfType(Wrong.class, () -> Table.read(bytes)).faults())
                .isNotEmpty();
    }

    @Property(tries = 200)
    void aBrokenFileIsReadOrRefused(@ForAll int place, @ForAll byte value, @ForAll boolean cut) {
        var bytes = Sheets.of(Sheets.HEADS, row("1", "2026-03-02 09:30", "电梯坏了", "", "", "", ""));
        int at = Math.floorMod(place, bytes.length);
        bytes[at] = value;
        try {
            assertThat(Table.read(cut ? Arrays.copyOf(bytes, at) : bytes).rows())
                    .isNotEmpty();
        } catch (Wrong wrong) {
            assertThat(wrong.faults()).isNotEmpty();
        }
    }

    @Property(tries = 300)
    void anyJsonIsReadOrRefused(
            @ForAll @StringLength(max = 60) String body, @ForAll @StringLength(max = 20) String number) {
        for (String text : List.of(body, "{\"number\": \"" + number + "\"}")) {
            assertThat(pushedWrong(text)).isNotEmpty();
        }
    }

    private static List<String> row(String... cells) {
        return List.of(cells);
    }

    private static List<Fault> pushedWrong(String body) {
        return catchThrowableOfType(Wrong.class, () -> ReadPushed.read(body.getBytes(UTF_8)))
                .faults();
    }

    private static Wrong wrong(byte[] file) {
        var table = Table.read(file);
        return catchThrowableOfType(
                Wrong.class, () -> Columns.guess(table.heads()).orders(table));
    }
}
