package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.cases.Sunshine.MAP;
import static org.linli.cases.Sunshine.caseOf;
import static org.linli.cases.Sunshine.neighbour;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.community.CommunityMap;
import org.linli.community.Place;

class UnitsApartTest {

    private static final UnitsApart APART = new UnitsApart(withAnotherFlat());

    @ParameterizedTest
    @CsvSource({
        "report.water, 我家水管爆了, 我家水管爆了",
        "report.water, 我家马桶堵了, 我家马桶也堵了",
        "report.water, 水管爆了, 我家水管爆了",
        "report.water, 厨房下水堵了, 卫生间漏水",
        "report.power, 我家跳闸了, 家里跳闸",
        "report.facility, 我家可视对讲没声音, 我家可视对讲坏了"
    })
    void whatIsInsideAFlatIsEachFlatsOwn(String label, String one, String other) {
        assertThat(isElsewhere(label, one, "b3", "li", other, "b3")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "report.water, 我家停水了, 我家也没水",
        "report.water, 整栋楼没水, 我家没水",
        "report.water, 我家水压太小, 家里水好小",
        "report.power, 我家停电了, 我家也没电了",
        "report.power, 我家门口的灯坏了, 我家楼道灯坏了",
        "report.gas_heating, 我家暖气不热, 我家暖气片是凉的",
        "report.facility, 我家单元门关不上, 单元门坏了",
        "report.elevator, 我家这边电梯坏了, 电梯坏了",
        "report.noise, 吵得我家没法睡, 楼上装修 我家孩子写不了作业",
        "report.water, 楼顶漏雨漏到我家了, 屋顶漏水"
    })
    void whatIsOfTheHouseIsOneProblem(String label, String one, String other) {
        assertThat(isElsewhere(label, one, "b3", "li", other, "b3")).isFalse();
    }

    @Test
    void ofOneFlatItIsTheSame() {
        assertThat(isElsewhere("report.water", "我家水管爆了", "b3-2-501", "li", "厨房水管爆了", "b3-2-501"))
                .isFalse();
        assertThat(isElsewhere("report.water", "我家水管爆了", "b3-2-501", "li", "我家水管爆了", "b3-2-502"))
                .isTrue();
        assertThat(isElsewhere("report.water", "我家水管爆了", "b3", "zhang", "我家水管爆了", "b3"))
                .isFalse();
    }

    @Test
    void staffIsNotOfferedWhatIsKnownToBeInAnotherFlat() {
        var known = at("b3-2-501", "我家水管爆了");

        assertThat(APART.mayBeSame(problem("report.water", "我家水管爆了", "b3-2-502"), List.of(known)))
                .isEmpty();
        assertThat(APART.mayBeSame(problem("report.water", "我家水管爆了", "b3"), List.of(known)))
                .hasSize(1);
        assertThat(APART.mayBeSame(problem("report.water", "停水了", "b3-2-502"), List.of(known)))
                .hasSize(1);
    }

    private static boolean isElsewhere(
            String label, String known, String there, String who, String words, String place) {
        var first = caseOf(label, known, neighbour("zhang"), State.ASSIGNED);
        var it = first.at(problem(label, known, there), State.ASSIGNED, first.care());
        return APART.isElsewhere(problem(label, words, place), neighbour(who), it);
    }

    private static Case at(String place, String words) {
        var it = caseOf("report.water", words, neighbour("zhang"), State.ASSIGNED);
        return it.at(problem("report.water", words, place), State.ASSIGNED, it.care());
    }

    private static Problem problem(String label, String words, String place) {
        return new Problem(label, place, "b3", "", words);
    }

    private static CommunityMap withAnotherFlat() {
        var places = new ArrayList<>(MAP.places());
        places.add(new Place("b3-2-502", Place.Kind.ROOM, "502", "b3-2", List.of()));
        return new CommunityMap(MAP.id(), MAP.name(), places, MAP.units(), MAP.staff(), MAP.groups());
    }
}
