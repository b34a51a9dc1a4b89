package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.cases.Sunshine.NINE;
import static org.linli.cases.Sunshine.caseOf;
import static org.linli.cases.Sunshine.neighbour;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.cases.Similar.Found;

class SimilarTest {

    @Test
    void aNeighbourWhoSaysTheSameSupportsTheCase() {
        assertThat(second("report.elevator", "电梯坏了", "li", "电梯不动了", NINE)).isInstanceOf(Found.SameAsNeighbours.class);
    }

    @Test
    void theSamePersonAddsToTheOwnCase() {
        assertThat(second("report.elevator", "电梯坏了", "zhang", "电梯还是不动", NINE)).isInstanceOf(Found.SaidBefore.class);
    }

    @Test
    void afterSeventyTwoHoursItIsAnotherProblem() {
        assertThat(second("report.power", "停电了", "li", "停电了", NINE.plus(Duration.ofHours(71))))
                .isInstanceOf(Found.SameAsNeighbours.class);
        assertThat(second("report.power", "停电了", "li", "停电了", NINE.plus(Duration.ofHours(72))))
                .isInstanceOf(Found.Nothing.class);
    }

    @Test
    void whatIsDoneIsNotTheSameAnyMore() {
        var done = caseOf("report.power", "停电了", neighbour("zhang"), State.RESOLVED);

        assertThat(Similar.find(done.problem(), neighbour("li"), NINE, List.of(done)))
                .isInstanceOf(Found.Nothing.class);
    }

    @ParameterizedTest(name = "\"{0}\" and \"{1}\" are the same: {2}")
    @CsvSource({
        "单元门关不上了, 3栋单元门禁坏了, false",
        "门禁刷卡没反应, 门禁又坏了, true",
        "楼下滑梯坏了, 3栋单元门禁坏了, false",
        "健身器材断了一根, 健身器材摇晃, true",
        "井盖松动很危险, 路灯杆子歪了, false",
        "坏了没人管, 门禁坏了, true"
    })
    void wordsKeepDifferentThingsApart(String first, String other, boolean same) {
        assertThat(second("report.facility", first, "li", other, NINE) instanceof Found.SameAsNeighbours)
                .isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"report.dispute", "report.conduct", "emergency", "help.hardship"})
    void whatIsPersonalIsNeverShared(String label) {
        assertThat(second(label, "楼上吵架", "li", "楼上吵架", NINE)).isInstanceOf(Found.Nothing.class);
    }

    @Test
    void anotherBuildingIsAnotherProblem() {
        var known = caseOf("report.elevator", "电梯坏了", neighbour("zhang"), State.ASSIGNED);
        var elsewhere = new Problem("report.elevator", "b9", "b9", "", "电梯坏了");

        assertThat(Similar.find(elsewhere, neighbour("li"), NINE, List.of(known)))
                .isInstanceOf(Found.Nothing.class);
    }

    private static Found second(String label, String known, String who, String words, Instant at) {
        var first = caseOf(label, known, neighbour("zhang"), State.ASSIGNED);
        return Similar.find(new Problem(label, "b3", "b3", "", words), neighbour(who), at, List.of(first));
    }
}
