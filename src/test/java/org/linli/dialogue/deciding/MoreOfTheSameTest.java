package org.linli.dialogue.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.dialogue.RealTalks;
import org.linli.dialogue.Talking;

/// What comes right after a report, alone with us.
class MoreOfTheSameTest extends RealTalks {

    @ParameterizedTest
    @ValueSource(
            strings = {"3栋2单元门禁坏了/就是刷卡没反应", "3栋2单元门禁坏了/没有人受伤，就是门禁坏了", "3栋2单元楼道灯坏了/没有人摔，就是灯坏了", "3栋2单元楼道灯坏了/其实是一闪一闪的灯"})
    void whatExplainsItIsAddedToItsCase(String talk) {
        assertThat(requests(Talking.stranger(), talk))
                .singleElement()
                .asString()
                .startsWith("case.add");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3栋门口垃圾没人收/没人打扫楼道 脏死了", "3栋楼道堆杂物/其实还有一辆车堵在消防通道", "3栋狗屎没人捡/没有人遛狗牵绳"})
    void whatIsAnotherTroubleIsNotTakenForAnExplanation(String talk) {
        told(Talking.stranger(), talk).hears("ask-place-same");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5栋路灯不亮/我家马桶堵了", "5栋路灯不亮/师傅 我家马桶堵了"})
    void whatIsWrongAtHomeIsNoMoreOfWhatIsWrongOutside(String talk) {
        assertThat(requests(Talking.stranger(), talk).toString()).doesNotContain("case.add");
    }

    @Test
    void nobodyLivesAtTheGate() {
        told(Talking.stranger(), "东门道闸坏了/我家停水了").hears("ask-place");
    }

    @Test
    void anotherTroubleOfTheSameKindIsAnother() {
        assertThat(requests(Talking.stranger(), "3栋2单元门禁坏了/5栋的健身器材也坏了"))
                .singleElement()
                .asString()
                .startsWith("report.facility")
                .endsWith("b5");
    }

    @Test
    void anotherTroubleIsMostLikelyWhereTheFirstOneIs() {
        told(Talking.stranger(), "3栋2单元门禁坏了/另外电梯也坏了").hears("ask-place-same");
        told(Talking.stranger(), "3栋2单元门禁坏了/就是刷卡没反应/另外电梯也坏了").hears("ask-place-same");
    }

    @Test
    void oneTapSaysSo() {
        assertThat(requests(Talking.stranger(), "3栋2单元门禁坏了/另外电梯也坏了/是的"))
                .singleElement()
                .asString()
                .startsWith("report.elevator");
    }
}
