package org.linli.cases.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.cases.Care;
import org.linli.cases.Case;
import org.linli.cases.CaseKind;
import org.linli.cases.Course;
import org.linli.cases.Problem;
import org.linli.cases.State;
import org.linli.cases.Sunshine;

class BuildingPlanTest {

    @Test
    void floorsLieAboveEachOtherAndUnitsSideBySide() {
        var flat = at("b3-2-501", "漏水");
        var stairs = at("b3-2", "楼道灯坏了");
        var twelfth = at("b3-2", "十二楼的灯不亮");
        var roof = at("b3", "屋顶漏水");

        var plan = BuildingPlan.of(Sunshine.at("b3"), Sunshine.MAP, List.of(flat, stairs, twelfth, roof));

        assertThat(plan.units()).extracting(it -> it.name()).containsExactly("2单元");
        assertThat(plan.floors()).extracting(BuildingPlan.Floor::number).containsExactly(12, 5, 0);
        assertThat(plan.floors())
                .extracting(it -> it.cells().getFirst().open())
                .containsExactly(List.of(twelfth), List.of(flat), List.of(stairs));
        assertThat(plan.whole()).containsExactly(roof);
    }

    @Test
    void nothingThatIsOpenIsLeftOut() {
        var elsewhere = at(null, "说不清在哪");
        var gone = at("b3-9-901", "这个单元已经不在了");

        var plan = BuildingPlan.of(Sunshine.at("play"), Sunshine.MAP, List.of(elsewhere, gone));

        assertThat(plan.whole()).containsExactly(elsewhere, gone);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"6楼漏水, 6", "十一层没电, 11", "二十楼的门, 20", "二十三楼的门, 23", "三楼, 3", "楼道里的灯, 0", "3楼道灯, 0", "我在5栋, 0"})
    void theFloorThatWordsName(String words, int floor) {
        assertThat(FloorOf.words(words)).isEqualTo(floor);
    }

    private static Case at(@Nullable String place, String words) {
        return new Case(
                Sunshine.ID,
                "SU-" + words.hashCode(),
                new Course(CaseKind.COMPLAINT, 0),
                new Problem("report.water", place, "b3", "", words),
                Sunshine.neighbour("zhang"),
                State.ASSIGNED,
                new Care("property", null, Sunshine.NINE),
                Sunshine.NINE,
                null,
                null,
                1);
    }
}
