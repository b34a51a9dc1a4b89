package org.linli.dialogue.danger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.dialogue.RealTalks;
import org.linli.dialogue.Talking;

/// Emergencies as people tell them, in several messages, understood by what the program has really learnt.
class RealEmergencyTest extends RealTalks {

    /// Of each talk every message reaches staff, one case is opened, and nobody is taken for somebody who moves in.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "着火了/3栋/120还没来/人还在里面/火灭了",
                "家里老人走失了/3栋/穿红衣服的/他今年80岁了",
                "我妈晕倒了/2单元501没有呼吸了/3栋",
                "着火了/2单元5楼有人被困快来/3栋",
                "着火了/99栋里面有孩子救命/3栋",
                "3栋着火了/3栋2单元501",
                "3栋着火了/2单元501",
                "3栋着火了/501/5楼",
                "3栋着火了/我在3栋楼下等/我是3栋的王芳",
                "煤气味好大/3栋/2单元/楼道里都是味/有没有人来啊/谁在管",
                "电梯困人了/3栋2单元/里面有个老太太/她说喘不过气/物业不接电话",
                "3栋电梯里困了人/不对，是4栋/2单元/120还没来",
                "老人在楼下摔倒了 起不来/东门/120还没来/流了好多血/救护车到了",
                "有人打架拿刀/儿童乐园/两个男的/一个穿黑衣服/警察来了吗/警察来了",
                "孩子走丢了/男孩 5岁 穿红衣服/阳光里/东门看到的/找到了！谢谢",
                "我胸口疼得厉害/喘不上气/3栋2单元501/门没锁/快点",
                "3栋着火了/说错了 5栋/是5栋1单元",
                "着火了/8栋/阳光里的/3楼",
                "着火了/不知道是几栋/就是小超市旁边那栋/3栋",
                "5栋有人要跳楼/顶楼/穿白衣服/是我老公/我们刚吵架",
                "3栋着火了/电梯停了/楼道灯灭了",
                "着火了/3栋电梯也停了/火更大了"
            })
    void everyWordReachesStaffAndNothingOpensTwice(String messages) {
        var talk = Talking.stranger().with(understand);
        int opened = 0;
        for (String words : messages.split("/")) {
            talk.says(words);

            assertThat(heardByStaff(talk)).as(words).contains(words);
            assertThat(labels(talk)).as(words).isSubsetOf("emergency", "case.add");
            opened += labels(talk).contains("emergency") ? 1 : 0;
        }
        assertThat(opened).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"着火了/3栋", "3栋着火了", "3栋着火了/3栋2单元"})
    void onceThePlaceIsKnownItIsNotAskedForAgain(String messages) {
        for (String words : List.of("120还没来", "人还在里面", "他今年80岁了", "快来人", "谁在管", "火灭了")) {
            var talk = Talking.stranger().with(understand);
            Stream.of(messages.split("/")).forEach(talk::says);

            assertThat(talk.says(words).heard())
                    .as(words)
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("emergency");
            assertThat(talk.talk().forms()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"救护车到了", "他今年80岁了", "人还在里面"})
    void whatNeedsNoAdviceIsOnlyPassedOn(String words) {
        Talking.stranger().with(understand).says("3栋有人晕倒了").says(words).hears("emergency-more");
    }

    @Test
    void anotherMatterIsOneWithinAnEmergencyToo() {
        var talk = Talking.stranger().with(understand).says("3栋着火了");

        talk.says("5栋电梯坏了").hears("report.elevator");
        talk.says("物业电话多少").hears("ask.office");
        talk.says("火更大了").hears("emergency-more").staffHears("staff-emergency-more");
    }

    @Test
    void aVerifiedResidentKeepsTheFlatWhateverPlaceTheyName() {
        for (String words : List.of("3栋", "3栋2单元", "3号楼")) {
            var talk = Talking.resident().with(understand);

            assertThat(labels(talk.says(words))).isEmpty();
            assertThat(labels(talk.says("嗯"))).isEmpty();
            assertThat(labels(talk.says("好"))).isEmpty();
        }
    }

    private static String heardByStaff(Talking talk) {
        return String.join(
                "\n", talk.told().stream().map(it -> it.facts().get("words")).toList());
    }

    private static List<String> labels(Talking talk) {
        return talk.requests().stream().map(it -> it.intent().label()).toList();
    }
}
