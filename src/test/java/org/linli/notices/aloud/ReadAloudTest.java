package org.linli.notices.aloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadAloudTest {

    @ParameterizedTest
    @CsvSource({
        "11月21日 09:00 至 11月21日 17:30, 十一月二十一日上午九点到十一月二十一日下午五点三十分",
        "9:00-12:05, 上午九点到中午十二点零五分",
        "14:00, 下午两点",
        "2026-11-21停水, 二零二六年十一月二十一日停水",
        "2026年底, 二零二六年底",
        "3栋1单元1203, 三栋一单元一千二百零三",
        "请拨打12345, 请拨打幺二三四五",
        "电话：13800001111, 电话：幺三八零零零零幺幺幺幺",
        "010-62345678, 零幺零六二三四五六七八",
        "打119报警, 打幺幺九报警",
        "3.5公里, 三点五公里",
        "80%的人, 百分之八十的人",
        "第10号、20号到22号, 第十号、二十号到二十二号",
        "补贴2000元, 补贴二千元"
    })
    void datesTimesAndNumbersAreSaidAsPeopleSayThem(String written, String said) {
        assertThat(ReadAloud.of(written)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "0,零",
        "10,十",
        "101,一百零一",
        "110,一百一十",
        "2005,二千零五",
        "100000,十万",
        "10050,一万零五十",
        "12345678,一千二百三十四万五千六百七十八"
    })
    void quantitiesAreSaidByTheirPlaces(int number, String said) {
        assertThat(Numeral.of(number)).isEqualTo(said);
    }

    @Test
    void linesBecomeSentencesAndAddressesAreLeftOut() {
        assertThat(ReadAloud.of("停水通知\n请储水。\n详见 https://example.org/a?b=1 谢谢")).isEqualTo("停水通知。\n请储水。\n详见谢谢");
    }
}
