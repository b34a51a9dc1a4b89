package org.linli.polls.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NegativeListTest {

    private final NegativeList list = NegativeList.ofThisPlace();

    @ParameterizedTest
    @CsvSource({
        "把消防通道划成停车位,              fire-lane",
        "在三楼楼道里装电动车充电插座,      fire-lane",
        "楼顶加盖一间活动室,                illegal-building",
        "房子还在保修期，请出钱维修外墙,    warranty",
        "给大家补贴半年的物业费,            paid-service",
        "给我家装修卫生间,                  private-home",
        "把绿地改成 30 个停车位,            shared-for-profit",
        "单元门装人脸识别门禁,              faces",
        "重阳节组织老人聚餐,                feasts-and-gifts",
        "办一场法会,                        religion",
        "给居委会买办公用的电脑,            office",
    })
    void whatIsNotAllowedIsToldWithARuleAndAWayOut(String proposal, String rule) {
        assertThat(list.check(proposal, BigDecimal.ZERO)).singleElement().satisfies(it -> {
            assertThat(it.rule()).isEqualTo(rule);
            assertThat(it.source()).isNotBlank();
            assertThat(it.says()).endsWith("。");
            assertThat(it.instead()).endsWith("。");
            assertThat(it.found()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "清理消防通道上的停车和杂物",
                "给3号楼单元门装扶手",
                "保修期已过的外墙渗水，请维修",
                "楼下加一排长椅和花箱",
                "拆除楼顶加盖的违建",
                "老人助餐点添两张桌子",
                "门禁支持刷脸，自愿使用，也可以刷卡",
                "换楼道灯",
                ""
            })
    void whatIsAllowedIsLeftAlone(String proposal) {
        assertThat(list.check(proposal, new BigDecimal("499999.99"))).isEmpty();
    }

    @Test
    void aCostAboveTheLimitIsTold() {
        assertThat(list.check("换楼道灯", new BigDecimal("500000.01")))
                .extracting(Breach::rule)
                .containsExactly("too-large");
        assertThat(list.check("换楼道灯", new BigDecimal(500_000))).isEmpty();
    }

    @Test
    void severalRulesMayBeBroken() {
        assertThat(list.check("加盖佛堂，办法会，再聚餐", BigDecimal.ZERO))
                .extracting(Breach::rule)
                .containsExactly("illegal-building", "feasts-and-gifts", "religion");
    }

    @Test
    void aBrokenListIsToldWithItsLine() {
        assertBroken("hello", "line 1");
        assertBroken("- id: a\n  source: b\n  says: c\n", "expected 'instead'");
        assertBroken("- id: a\n  source: b\n  says: c\n  instead: d\n", "expected 'when' or 'above'");
        assertBroken("- id: a\n  colour: red\n", "'colour' is unknown");
        assertBroken("- id: a\n  source: b\n  says: c\n  instead: d\n  above: much\n", "expected an amount");
    }

    private static void assertBroken(String yaml, String told) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NegativeList.read(yaml))
                .withMessageContaining(told);
    }
}
