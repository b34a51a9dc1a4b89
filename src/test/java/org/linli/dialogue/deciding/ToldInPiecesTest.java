package org.linli.dialogue.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.dialogue.Neighbourhood;
import org.linli.dialogue.RealTalks;
import org.linli.dialogue.Talking;

/// What people tell in several messages, or of several places in one: nothing of it is lost, nothing is asked twice.
class ToldInPiecesTest extends RealTalks {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5栋501漏水/1单元|report.water b5-1-501",
                "水管漏水/5栋501/2单元的|report.water b5-2-501",
                "水管漏水/5栋501/二|report.water b5-2-501",
                "水管漏水/5栋501/5栋1单元|report.water b5-1-501",
                "水管漏水/5栋501/还要多久/1单元|report.water b5-1-501",
                "楼道灯坏了/5栋5楼|report.power b5",
                "电梯坏了/三动|report.elevator b3",
                "电梯坏了/就在东门那里。|report.elevator gate"
            })
    void aPlaceToldBitByBitIsFound(String talk, String expected) {
        assertThat(requests(Talking.stranger(), talk)).containsExactly(expected);
    }

    @Test
    void aStoreyToldTwiceIsKeptOnce() {
        assertThat(told(Talking.stranger(), "楼道灯坏了/5楼/五楼/5栋5楼").performed().detail())
                .isEqualTo("五楼");
        assertThat(told(Talking.stranger(), "楼道灯坏了/5栋5楼").performed().detail()).isEqualTo("5楼");
    }

    @Test
    void whoeverWasAskedWhichOfTwoIsNotAskedForTheBuildingAgain() {
        told(Talking.stranger(), "水管漏水/5栋501/几点上班").hears("ask.office", "which-place");
        told(Talking.stranger(), "水管漏水/5栋501/卫生间那根").hears("which-place");
    }

    @Test
    void whoeverPressesWhileWeAskIsNotToldThatNothingWasReported() {
        for (String words : List.of("还要多久", "到底什么时候来", "快点行不行")) {
            assertThat(told(Talking.stranger(), "水管漏水/" + words).heard())
                    .as(words)
                    .containsExactly("ask-place");
        }
        told(Talking.stranger(), "水管漏水/我上次报的那个修得怎么样了").hears("case.progress", "ask-place");
        told(Talking.inGroup(Neighbourhood.OF_GRID), "电梯又坏了/到底什么时候来").hearsNothing();
    }

    @Test
    void whoeverSaidWhereTheyLiveIsAskedWhetherItIsThere() {
        var talk = told(Talking.stranger(), "我是3栋的老赵，年纪大了不太会用手机/门口的灯晚上不亮")
                .hears("ask-place-home")
                .fact("home", "阳光里 3栋");
        assertThat(requests(talk, "是的")).containsExactly("report.power b3");

        var later = told(Talking.stranger(), "我是3栋的老赵，年纪大了不太会用手机");
        told(later.after(Duration.ofMinutes(11)), "门口的灯晚上不亮").hears("ask-place");
        told(Talking.stranger(), "3栋的人真有意思/门口的灯晚上不亮").hears("ask-place");
        told(Talking.stranger(), "3栋的人太吵/算了/门口的灯晚上不亮").hears("ask-place-same");
    }

    @ParameterizedTest
    @ValueSource(strings = {"不要说是我说的", "就是那个高个子", "天天这样 会爆炸的", "明天有人来看吗 我上午在家", "天天如此 打12345也没用"})
    void whatIsSaidRightAfterAReportIsOfIt(String words) {
        assertThat(told(Talking.stranger(), "3栋电梯坏了/" + words).heard()).containsExactly("case.add");
    }

    @Test
    void aPictureAfterAnAdditionIsOfTheReportToo() {
        var talk = told(Talking.stranger(), "3栋电梯坏了/天天这样 会爆炸的").shows("p");

        assertThat(talk.performed().intent().label()).isEqualTo("case.add");
        assertThat(talk.performed().pictures()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"谢谢, thanks", "你好, greeting", "不知道, chatter", "妈的, calmed"})
    void mannersAreNoPartOfAReport(String words, String heard) {
        told(Talking.stranger(), "3栋电梯坏了/" + words).hears(heard);
    }

    @Test
    void whatNeighboursSayAfterAReportIsTheirs() {
        told(Talking.inGroup(Neighbourhood.OF_BUILDING_3), "电梯又坏了/天天这样 会爆炸的").hearsNothing();
        told(told(Talking.stranger(), "3栋电梯坏了").after(Duration.ofMinutes(11)), "就是那个高个子")
                .hears("chatter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"嗯", "是的", "对的", "好"})
    void aNodNeedsNoAnswer(String words) {
        told(Talking.stranger(), "3栋电梯坏了/" + words).hearsNothing();
    }

    @ParameterizedTest
    @CsvSource({"3栋停电了/啥时候来电, case.progress", "3栋停水了/什么时候来水啊, case.progress", "3栋电梯坏了/多久能好, case.progress"})
    void whoeverAsksWhenItComesBackReportsNothingAnew(String talk, String label) {
        assertThat(told(Talking.resident(), talk).heard()).containsExactly(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"能带孙子吗", "匿名可以吗"})
    void aQuestionIsNoGreeting(String words) {
        told(Talking.stranger(), words).hears("passed-on");
    }

    @ParameterizedTest
    @CsvSource({"在吗, greeting", "你好吗, greeting", "你是机器人吗, who-we-are", "有人吗, greeting"})
    void aGreetingIsStillOne(String words, String heard) {
        told(Talking.stranger(), words).hears(heard);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3栋和5栋的电梯都坏了|report.elevator b3, report.elevator b5",
                "1栋、2栋、4栋楼道灯都不亮|report.power b1, report.power b2, report.power b4",
                "3、5栋停水了|report.water b3, report.water b5",
                "我们三栋跟五栋楼道灯都不亮|report.power b3, report.power b5",
                "1、3栋电梯坏了 2、5栋门口垃圾没人收|report.elevator b3, report.sanitation b5",
                "1、3栋电梯坏了 2、灯不亮|report.elevator b3, report.power b3",
                "第一3栋的灯坏了第二5栋的电梯坏了|report.power b3, report.elevator b5",
                "3栋：①电梯坏了②楼道灯不亮③垃圾没人收|report.elevator b3, report.power b3, report.sanitation b3",
                "1、3栋电梯坏了 2、漏水|report.elevator b3, report.water b3",
                "1、3栋电梯坏了 2、5栋停水了 3、4栋垃圾没人收 4、2栋楼道灯不亮 5、1栋漏水|report.elevator b3, report.water b5, report.sanitation b4, report.power b2, report.water b1",
                "一是3栋电梯坏了，二是5栋停水了|report.elevator b3, report.water b5",
                "3栋2单元1、2号电梯都坏了|report.elevator b3-2"
            })
    void whatIsSaidOfSeveralBuildingsIsToldOfEach(String words, String expected) {
        assertThat(requests(Talking.stranger(), words)).containsExactly(expected.split(", "));
    }

    @Test
    void nothingOfALongListIsLostWhileItsPlaceIsAskedFor() {
        assertThat(requests(Talking.stranger(), "灯不亮/1、电梯坏了 2、停水了 3、垃圾没人收 4、楼道里有人养狗乱叫 5、门禁坏了 6、楼上装修吵/3栋"))
                .containsExactly(
                        "report.elevator b3",
                        "report.water b3",
                        "report.sanitation b3",
                        "report.pets b3",
                        "report.facility b3",
                        "report.noise b3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3栋和5栋之间的路灯不亮",
                "3栋与5栋中间的井盖坏了",
                "3栋和5栋的人在吵架",
                "3栋和5栋共用的围墙塌了",
                "3栋和5栋2单元的灯不亮",
                "3栋跟5栋两家为停车吵架",
                "不是3栋和5栋，是4栋电梯坏了",
                "除了3栋和5栋电梯都坏了",
                "从3栋和5栋走过去路灯不亮",
                "3栋和5栋交界的地方垃圾没人收",
                "3栋或5栋电梯坏了",
                "3栋还是5栋电梯坏了",
                "3栋到5栋的路灯不亮",
                "3栋，5栋的人说电梯坏了",
                "3栋501和502吵架",
                "3号和5号停水",
                "3和5哪个好",
                "3栋和物业都不管",
                "我和3栋的人电梯坏了",
                "3栋和5栋相邻的墙裂了"
            })
    void whatIsBetweenSeveralBuildingsIsOneThing(String words) {
        assertThat(Listed.of(words)).containsExactly(words);
    }
}
