package org.linli.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.platform.words.Folder;
import org.linli.understanding.Entities;
import org.linli.understanding.NameEntities;
import org.linli.understanding.NamesOfOthers;

/// What an example keeps of whoever said it: nothing.
class MaskingTest {

    private static final LocalDateTime NOON = LocalDateTime.parse("2026-06-10T12:00");
    private static final List<String> NAMES = List.of("苏晴", "欧阳小明", "王师傅", "李", "Anna Li");
    private static final Masking MASKING = new Masking(NAMES, MaskingTest::named);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    3栋2单元501漏水，打13812345678找苏晴            | 3栋2单元000漏水，打00000000000找某某
                    我叫张三丰，住3-2-501                          | 我叫某某，住3-0-000
                    ５０１室的欧阳小明又在装修                       | 000室的某某又在装修
                    三栋二单元五零一没水                            | 三栋二单元〇〇〇没水
                    加我微信 abc_12345 说                          | 加我微信 某号 说
                    京A12345挡住门口了                             | 某车牌挡住门口了
                    打了12345也没人管                              | 打了12345也没人管
                    电梯坏了                                      | 电梯坏了
                    我婆婆李桂芳摔了一跤                            | 我婆婆某某摔了一跤
                    有事找王秀英                                   | 有事找某某
                    房东叫周敏，电话不接                            | 房东叫某某，电话不接
                    赵建国家又漏水                                 | 某某家又漏水
                    找马上能来的师傅                               | 找马上能来的师傅
                    我妈周末才回来                                 | 我妈周末才回来
                    老人高血压                                    | 老人高血压
                    身份证110101199003071234丢了                   | 身份证000000000000000000丢了
                    看 https://example.org/u/1 发我 a.b@example.org | 看 某网址 发我 某邮箱
                    """)
    void whomItIsAboutIsNotToBeSeen(String said, String kept) {
        assertThat(MASKING.of(said)).isEqualTo(kept);
    }

    /// What residents say without naming anybody stays as it is: of all our examples hardly one is taken for a name.
    @Test
    void wordsAreHardlyEverTakenForNames() {
        var examples = new Folder("intents")
                .read(".yml").values().stream()
                        .flatMap(String::lines)
                        .filter(it -> it.strip().startsWith("- "))
                        .toList();
        var named =
                examples.stream().filter(it -> !NamesOfOthers.in(it).isEmpty()).toList();

        assertThat(examples).hasSizeGreaterThan(10_000);
        assertThat(named).as("%s", named).hasSizeLessThan(examples.size() / 200);
    }

    @Test
    void punctuationStaysAsItWasWrittenAndHidesNobody() {
        assertThat(MASKING.of("纸箱子越堆越高，把盲道都占了！（真的）；怎么办？说：管管")).isEqualTo("纸箱子越堆越高，把盲道都占了！（真的）；怎么办？说：管管");
        assertThat(MASKING.of("高,低")).isEqualTo("高,低");
        assertThat(MASKING.of("见 https：//example.org/u/1")).isEqualTo("见 某网址");
        assertThat(new Masking(List.of("王𠮷"), MaskingTest::named).of("找王𠮷家")).isEqualTo("找某某家");
        var bracketed = new Masking(List.of("艾力(小)"), MaskingTest::named);
        assertThat(bracketed.of("找艾力（小）吧，艾力(小)在")).isEqualTo("找某某吧，某某在");
    }

    @Test
    void linesBecomeOne() {
        assertThat(MASKING.of(" 电梯坏了\r\n\u200b又坏了\t ")).isEqualTo("电梯坏了 又坏了");
    }

    /// One character is a word much oftener than a name.
    @Test
    void aNameOfOneCharacterIsLeftAsItIs() {
        assertThat(MASKING.of("李子熟了")).isEqualTo("李子熟了");
    }

    @Property
    void noRoomAndNoNumberIsFoundAfterwards(@ForAll("said") String said) {
        var found = named(MASKING.of(said));

        assertThat(found.room() == null || !found.room().matches(".*[1-9].*")).isTrue();
        assertThat(found.phone() == null || !found.phone().matches(".*[1-9].*")).isTrue();
    }

    @Property
    void noNameOfTheRegisterIsLeft(@ForAll("said") String said) {
        assertThat(MASKING.of(said)).doesNotContain("苏晴", "欧阳小明", "王师傅", "Anna Li");
    }

    @Property
    void maskingAgainChangesNothing(@ForAll("said") String said) {
        String once = MASKING.of(said);

        assertThat(MASKING.of(once)).isEqualTo(once);
    }

    @Property
    void everyNameIsAmongThePiecesThatAreLookedUp(@ForAll("said") String said) {
        Set<String> pieces = NameMask.pieces(said + "苏晴" + said);

        assertThat(pieces).contains("苏晴");
        assertThat(NameMask.pieces("找 Anna Li 吧")).contains("Anna Li");
    }

    @Property
    void anythingCanBeMasked(@ForAll String anything) {
        assertThat(MASKING.of(anything)).doesNotContain("\n", "\r");
    }

    @Provide
    Arbitrary<String> said() {
        var number = Arbitraries.integers().between(1, 2_999).map(String::valueOf);
        var phone =
                Arbitraries.longs().between(13_000_000_000L, 19_999_999_999L).map(String::valueOf);
        var numeral =
                Arbitraries.strings().withChars("一二三四五六七八九十零〇两百").ofMinLength(1).ofMaxLength(4);
        var words = Arbitraries.of(
                "栋", "号楼", "单元", "室", "户", "-", "#", "楼", "层", "门", " ", "，", "我住", "电话", "苏晴", "欧阳小明", "王师傅",
                "Anna Li", "电梯坏了", "找", "联系", "A", "座", "打", "是", "房", "号", "家");
        var piece = Arbitraries.oneOf(number, phone, numeral, words, words);
        return Combinators.combine(piece.list().ofMaxSize(9), words).as((all, last) -> String.join("", all) + last);
    }

    private static Entities named(String text) {
        return new NameEntities().in(text, NOON);
    }
}
