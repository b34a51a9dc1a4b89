package org.linli.community.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.community.Coordinates;
import org.linli.community.Place;
import org.linli.community.Talkativeness;
import org.linli.community.file.Problem.What;
import org.linli.platform.database.CommunityId;

class CommunityFileTest {

    private static final String GOOD = """
            community: {id: hy, name: 槐荫社区, case-prefix: HY}
            places:
              - {id: b1, kind: building, name: 1栋, units: 1, floors: 2, doors: 2}
            units:
              - {id: desk, kind: desk, name: 服务台}
            staff:
              - {id: wen, name: 温和, role: admin, unit: desk}
            groups:
              - {code: b1, name: 一栋群, place: b1, address: "webchat:hy:group:b1"}
            residents:
              - {id: r1, name: 老温, home: b1-1-202, addresses: ["webchat:hy:person:r1"]}
            """;

    @Test
    void aBuildingThatSaysHowManyHomesItHasIsFilled() {
        var file = read(GOOD);

        assertThat(file.places())
                .extracting(Place::id)
                .containsExactly("hy", "b1", "b1-1", "b1-1-101", "b1-1-102", "b1-1-201", "b1-1-202");
        assertThat(file.groups().getFirst().talkativeness()).isEqualTo(Talkativeness.BALANCED);
        assertThat(file.residents().getFirst().verified()).isFalse();
    }

    @Test
    void aBuildingMaySayWhereItIsOnTheMapAndItsUnitsNeedNot() {
        var file = read(GOOD.replace("units: 1,", "latitude: 30.0015, longitude: 125.25, units: 1,"));

        assertThat(file.places())
                .extracting(Place::id, Place::at)
                .contains(tuple("b1", new Coordinates(30.0015, 125.25)), tuple("b1-1", null));
    }

    @Test
    void aGroupMayBeBoundToAUnitOfTheFileOrToNone() {
        assertThat(read(GOOD.replace("place: b1,", "place: b1, unit: desk,")).groups())
                .extracting(CommunityFile.Bound::unit)
                .containsExactly("desk");
        assertThat(read(GOOD).groups()).extracting(CommunityFile.Bound::unit).containsOnlyNulls();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("home: b1-1-202", "home: b9-1-101", "line 11: home 'b9-1-101' is no place"),
                Arguments.of("place: b1,", "place: b7,", "line 9: place 'b7' is no place (expected: one of b1"),
                Arguments.of(
                        "place: b1,",
                        "place: b1, quiet-hours: 25:00-7:00,",
                        "line 9: quiet-hours '25:00-7:00' is no stretch of the day (expected: like 22:00-7:00)"),
                Arguments.of(
                        "place: b1,",
                        "place: b1, unit: green,",
                        "line 9: unit 'green' is no unit (expected: one of desk)"),
                Arguments.of("place: b1,", "place: b1, welcome: maybe,", "line 9: welcome 'maybe' is not known"),
                Arguments.of("unit: desk}", "unit: dusk}", "line 7: unit 'dusk' is no unit (expected: one of desk)"),
                Arguments.of("role: admin", "role: boss", "line 7: role 'boss' is not known (expected: one of admin"),
                Arguments.of(
                        "units: 1,",
                        "latitude: 91, longitude: 1, units: 1,",
                        "line 3: latitude '91' is no number of degrees from -90 to 90"),
                Arguments.of(
                        "units: 1,", "latitude: 3o, longitude: 1, units: 1,", "line 3: latitude '3o' is no number"),
                Arguments.of("units: 1,", "longitude: 121.4, units: 1,", "line 3: longitude stands without latitude"),
                Arguments.of("name: 老温, ", "", "line 11: name is missing in residents"),
                Arguments.of("name: 老温", "nmae: 老温", "line 11: column 'nmae' is no column of residents"),
                Arguments.of("kind: desk", "kind: grid", "no unit of kind desk"),
                Arguments.of("floors: 2", "floors: many", "line 3: floors 'many' is no number"),
                Arguments.of("kind: building,", "kind: building, parent: b1,", "line 3: parent 'b1' is not larger"),
                Arguments.of("webchat:hy:group:b1", "webchat b1", "line 9: address is no address"),
                Arguments.of("id: wen", "id: 'w n'", "line 7: id 'w n' is no id"),
                Arguments.of("residents:", "resident:", "line 11: table 'resident' is no table"),
                Arguments.of("  - {id: r1", "  - 老温\n  - {id: r1", "line 11: 'residents' has no columns here"),
                Arguments.of("[\"webchat:hy:person:r1\"]", "[[x]]", "line 11: 'addresses' is nested"),
                Arguments.of("units: 1,", "units: [1,", "line 3: column 47: a bracket that does not close"),
                Arguments.of("name: 1栋,", "name: 1栋，", "line 3: column 5: a bracket that does not close"),
                Arguments.of("  - {id: b1,", "\t- {id: b1,", "line 3: column 1: a tab"),
                Arguments.of("units:\n", " units:\n", "line 4: column 2: indented otherwise"),
                Arguments.of("  - {id: wen,", "  - id: wen\n   name: wen", "line 8: column 4: indented otherwise"),
                Arguments.of("{id: wen,", "{id: wen, id: wu,", "line 7: column 15: 'id' stands here a second time"),
                Arguments.of("staff:", "units:", "line 6: column 1: 'units' stands here a second time"),
                Arguments.of("staff:", "staff：", "line 6: column 1: a colon with a space after it is missing"),
                Arguments.of("units:\n", "units: a: b\n", "line 4: column 9: a second colon"),
                Arguments.of("老温", "'老温", "line 11: column 20: a quote that does not end"),
                Arguments.of("老温", "@老温", "line 11: column 20: a value cannot begin so"),
                Arguments.of("老温", "\u0007", "line 1: column 1: this is no YAML"),
                Arguments.of("id: hy", "id: H Y", "line 1: community id: 'H Y'"),
                Arguments.of("community: {id: hy", "town: {id: hy", "0 rows in the table community"),
                Arguments.of(
                        "residents:",
                        "residents:\n  - {id: r1, name: 甲}",
                        "line 12: id 'r1' stands here a second time"),
                Arguments.of(
                        "units:\n",
                        "  - {id: b1-1, kind: spot, name: 门}\nunits:\n",
                        "line 4: place 'b1-1' is described"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsNamedWithItsLine(String right, String wrong, String expected) {
        assertThat(GOOD).contains(right);
        assertThatThrownBy(() -> read(GOOD.replace(right, wrong)))
                .isInstanceOf(UnusableFile.class)
                .message()
                .contains("community.yaml")
                .contains(expected);
    }

    @Test
    void allMistakesAreNamedAtOnce() {
        var error = catchThrowableOfType(
                UnusableFile.class, () -> read(GOOD.replace("b1-1-202", "x").replace("role: admin", "role: boss")));

        assertThat(error.problems()).hasSize(2);
    }

    @Test
    void brokenYamlIsOneMistakeWithoutWhatFollowsFromIt() {
        assertThat(mistakesOf("x.yaml", bytes("places: x\ngroups: a: b\n"))).hasSize(1);
        assertThat(mistakesOf("x.yaml", bytes("community: {name: 槐荫社区}\n"))).hasSize(1);
    }

    @Test
    void aTableThatIsNoXlsxAndChineseThatIsNotWrittenInUtf8AreToldFromBrokenYaml() {
        assertThat(mistakesOf("社区.CSV", bytes("编号,名称\nb1,1栋\n"))).containsExactly(What.OTHER_FORMAT);
        assertThat(mistakesOf("x.yaml", GOOD.getBytes(Charset.forName("GB18030"))))
                .containsExactly(What.NO_UTF8);
    }

    private static List<What> mistakesOf(String name, byte[] file) {
        var error = catchThrowableOfType(UnusableFile.class, () -> CommunityFile.read(name, file, null));
        return error.problems().stream().map(Problem::what).toList();
    }

    @Test
    void aFileOfResidentsAloneMayReferToWhatIsThere() throws IOException {
        var known = demo();
        var more = """
                community: {id: lm}
                residents:
                  - {id: r99, name: 新邻居, home: b3-2-502}
                """;
        var file = CommunityFile.read(
                "residents.yaml",
                bytes(more),
                new org.linli.community.CommunityMap(
                        known.id(), "柳苑社区", known.places(), known.units(), List.of(), List.of()));

        assertThat(file.head()).isNull();
        assertThat(file.residents()).hasSize(1);
    }

    @Test
    void theDemoCommunityIsWithoutMistakes() throws IOException {
        var file = demo();

        assertThat(file.id()).isEqualTo(new CommunityId("lm"));
        assertThat(file.staff()).hasSize(9);
        assertThat(file.residents()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(file.places())
                .filteredOn(it -> it.kind() == Place.Kind.BUILDING)
                .hasSize(6);
    }

    @Test
    void aSpreadsheetWithChineseHeadingsSaysTheSame() throws IOException {
        var file = CommunityFile.read("社区.xlsx", spreadsheet("b1-1-202"), null);

        assertThat(file.places()).isEqualTo(read(GOOD).places());
        assertThat(file.groups())
                .isEqualTo(read(GOOD.replace("place: b1,", "place: b1, unit: desk,"))
                        .groups());
        assertThat(file.residents()).isEqualTo(read(GOOD).residents());
    }

    @Test
    void aMistakeInASpreadsheetIsNamedWithItsRow() throws IOException {
        var bytes = spreadsheet("b8");
        assertThatThrownBy(() -> CommunityFile.read("社区.xlsx", bytes, null))
                .hasMessageContaining("社区.xlsx 居民 line 2: 住址 'b8' is no place");
    }

    @Test
    void theSheetIsNamedOnlyWhereThereAreSeveral() throws IOException {
        assertThat(mistakesIn("地点", "编号|类型|名称", "b1|building|1栋", "b1|building|1栋"))
                .contains("社区.xlsx 地点 line 3: place 'b1' is described a second time");
        var alone = new ByteArrayOutputStream();
        try (var workbook = new Workbook(alone, "linli", "1.0")) {
            sheet(workbook, "社区", "编号|名称|工单前缀|省", "hy|槐荫社区|HY|鲁");
        }
        assertThatThrownBy(() -> CommunityFile.read("社区.xlsx", alone.toByteArray(), null))
                .hasMessageContaining("社区.xlsx line 2: column '省' is no column");
    }

    @Test
    void columnsOfASpreadsheetAreCalledAsTheirHeadsSay() throws IOException {
        assertThat(mistakesIn("居民", "编号|姓名|住处", "r1|老温|b1"))
                .contains("line 2: column '住处' is no column of 居民 (expected: one of ", "住址");
        assertThat(mistakesIn("居民", "编号|住址", "r1|b1")).contains("line 2: 姓名 is missing in 居民");
        assertThat(mistakesIn("工作人员", "编号|姓名|角色|电话", "wen|温|boss|1"))
                .contains("角色 'boss' is not known", "所属单位 is missing");
        assertThat(mistakesIn("地点", "编号|类型|名称|纬度", "b1|building|1栋|1")).contains("纬度 stands without 经度");
        assertThat(mistakesIn("住户", "编号|姓名", "r1|老温")).contains("table '住户' is no table");
        assertThat(mistakesIn("residents", "id|家|name", "r1|b1|老温"))
                .as("in our words, and one that nobody knows")
                .contains("column '家' is no column of residents (expected: one of addresses, home, id");
    }

    private static String mistakesIn(String table, String... lines) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "linli", "1.0")) {
            sheet(workbook, "社区", "编号|名称|工单前缀", "hy|槐荫社区|HY");
            sheet(workbook, table, lines);
        }
        return String.valueOf(
                catchThrowableOfType(UnusableFile.class, () -> CommunityFile.read("社区.xlsx", bytes.toByteArray(), null))
                        .getMessage());
    }

    @Test
    void whatIsNoSpreadsheetIsRefused() {
        assertThatThrownBy(() -> CommunityFile.read("x.xlsx", bytes("no zip"), null))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("x.xlsx: this is no .xlsx file");
    }

    private static byte[] spreadsheet(String home) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "linli", "1.0")) {
            sheet(workbook, "社区", "编号|名称|工单前缀", "hy|槐荫社区|HY");
            sheet(workbook, "地点", "编号|类型|名称|单元数|层数|每层户数", "b1|building|1栋|1|2|2");
            sheet(workbook, "单位", "编号|类型|名称", "desk|desk|服务台");
            sheet(workbook, "群", "代码|名称|所在地点|负责单位|群地址", "b1|一栋群|b1|desk|webchat:hy:group:b1");
            sheet(workbook, "居民", "编号|姓名|住址|地址", "r1|老温|" + home + "|webchat:hy:person:r1");
        }
        return bytes.toByteArray();
    }

    private static void sheet(Workbook workbook, String name, String... lines) {
        var sheet = workbook.newWorksheet(name);
        for (int row = 0; row < lines.length; row++) {
            var cells = lines[row].split("\\|");
            for (int column = 0; column < cells.length; column++) {
                if (cells[column].matches("\\d")) {
                    sheet.value(row, column, Integer.parseInt(cells[column]));
                } else {
                    sheet.value(row, column, cells[column]);
                }
            }
        }
    }

    private static CommunityFile demo() throws IOException {
        return CommunityFile.read("community.yaml", Files.readAllBytes(Path.of("deploy/demo/community.yaml")), null);
    }

    private static CommunityFile read(String text) {
        return CommunityFile.read("community.yaml", bytes(text), null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
