package org.linli.dialogue.danger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.dialogue.Neighbourhood;
import org.linli.dialogue.RealTalks;
import org.linli.dialogue.Talking;

/// What might happen makes a report pressing, and is no cry for help.
class SupposedHarmTest extends RealTalks {

    @ParameterizedTest
    @CsvSource({
        "咱们3栋2单元的楼道灯三楼那个坏了好几天了，晚上摸黑上楼，老人摔了咋办, report.power",
        "3栋的路灯坏了，万一老人摔倒了怎么办, report.power",
        "3栋门口地砖翘起来了，哪天把老人摔了谁负责, report.facility",
        "3栋消防通道又被堵了，要是着火了怎么办, report.fire_hazard",
        "3栋电线老化成这样，失火了谁负责, report.power"
    })
    void theReportIsTakenNotAnAlarm(String words, String label) {
        var privately = told(Talking.stranger(), words);
        assertThat(privately.heard()).doesNotContain("emergency");
        assertThat(privately.requests()).extracting(it -> it.intent().label()).containsExactly(label);

        var amongNeighbours = told(Talking.inGroup(Neighbourhood.OF_GRID), words);
        assertThat(amongNeighbours.heard()).doesNotContain("emergency");
        assertThat(amongNeighbours.requests())
                .extracting(it -> it.intent().label())
                .containsExactly(label);
    }

    @Test
    void whereItMightHappenIsWhereTheTroubleIs() {
        assertThat(told(Talking.stranger(), "路灯坏了，要是5栋的老人摔倒了怎么办").requests())
                .singleElement()
                .satisfies(it -> assertThat(it.place()).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "老人摔倒了怎么办",
                "我家着火了怎么办",
                "3栋漏水了，电线着火了怎么办",
                "3栋电梯坏了困人了，要是缺氧怎么办",
                "孩子一个人在家，煤气漏了怎么办",
                "快来人啊，我妈晕倒了，要是再不来就没了",
                "3栋2单元灯坏了，我妈摔倒流血了怎么办",
                "3栋着火了，烧死人你们负责吗"
            })
    void whoeverAsksWhatToDoInDangerIsHeard(String words) {
        told(Talking.stranger(), words).hears("emergency");
    }
}
