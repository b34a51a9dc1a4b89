package org.linli.understanding.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.linli.understanding.Entities;

/// The same place, however it is written, is the same place; the same telephone too.
class PlaceFormsTest {

    private static final LocalDateTime NOW = LocalDateTime.parse("2026-06-10T15:00");
    private static final String DIGITS = "零一二三四五六七八九";

    private record Written(String form, int building, int unit, int room) {

        String text() {
            return form.replace("{b}", String.valueOf(building))
                    .replace("{u}", String.valueOf(unit))
                    .replace("{r}", String.valueOf(room))
                    .replace("{B}", counted(building))
                    .replace("{U}", counted(unit))
                    .replace("{R}", spelt(room));
        }
    }

    @Property(tries = 2000)
    void aPlaceIsThatPlaceInAnyForm(@ForAll("written") Written it) {
        var found = FindEntities.in(it.text(), NOW);
        assertThat(found)
                .as(it.text())
                .extracting(Entities::building, Entities::unit, Entities::room)
                .containsExactly(String.valueOf(it.building()), String.valueOf(it.unit()), String.valueOf(it.room()));
    }

    @Property(tries = 1000)
    void aTelephoneIsItsDigits(
            @ForAll("mobiles") String digits, @ForAll("gaps") String gap, @ForAll("countries") String country) {
        String written =
                country + String.join(gap, digits.substring(0, 3), digits.substring(3, 7), digits.substring(7));
        assertThat(FindEntities.in("3栋漏水,联系" + written + ",谢谢", NOW).phone())
                .as(written)
                .isEqualTo(digits);
    }

    @Provide
    Arbitrary<Written> written() {
        var form = Arbitraries.of(
                "{b}栋{u}单元{r}",
                "{b}栋 {u}单元 {r}",
                "{b}幢{u}单元{r}室",
                "{b}号楼{u}门{r}",
                "{b}#{u}-{r}",
                "{b}-{u}-{r}",
                "{b}/{u}/{r}",
                "{b}栋{u}-{r}",
                "{b}號樓{u}單元{r}",
                "{b}東{u}单园{r}".replace('東', '东'),
                "{B}栋{U}单元{R}",
                "{B}号楼{U}单元{R}",
                "{B}杠{U}杠{R}",
                "楼栋:{b} 单元:{u} 房号:{r}",
                "{b}dong{u}danyuan{r}");
        var before = Arbitraries.of("", "我家", "麻烦看一下 ", "师傅,", "😭");
        var behind = Arbitraries.of("", "漏水了", ",跳闸", " 没电", "的电梯坏了", "。谢谢");
        return Combinators.combine(
                        Combinators.combine(before, form, behind).as((b, f, e) -> b + f + e),
                        Arbitraries.integers().between(1, 28),
                        Arbitraries.integers().between(1, 6),
                        Combinators.combine(
                                        Arbitraries.integers().between(1, 33),
                                        Arbitraries.integers().between(1, 8))
                                .as((floor, door) -> 100 * floor + door))
                .as(Written::new);
    }

    @Provide
    Arbitrary<String> mobiles() {
        return Combinators.combine(
                        Arbitraries.of("13", "15", "17", "18", "19"),
                        Arbitraries.strings().numeric().ofLength(9))
                .as(String::concat);
    }

    @Provide
    Arbitrary<String> gaps() {
        return Arbitraries.of("", " ", "-", ".", "—");
    }

    @Provide
    Arbitrary<String> countries() {
        return Arbitraries.of("", "+86", "+86 ", "+86-", "0086 ", "86", "电话");
    }

    private static String counted(int number) {
        String tens = number < 10 ? "" : number < 20 ? "十" : DIGITS.charAt(number / 10) + "十";
        return tens + (number % 10 == 0 ? "" : DIGITS.charAt(number % 10));
    }

    private static String spelt(int number) {
        return String.valueOf(number)
                .chars()
                .mapToObj(it -> DIGITS.substring(it - '0', it - '0' + 1))
                .reduce("", String::concat);
    }
}
