package org.linli.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.community.Located.Ambiguous;
import org.linli.community.Located.Found;
import org.linli.community.Located.NoSuchBuilding;
import org.linli.community.Located.NothingSaid;

class LocateTest {

    private static final CommunityMap MAP = TwoCompounds.MAP;

    @ParameterizedTest
    @ValueSource(strings = {"12", "12栋", "十二号楼", "12#", "１２幢", " 12 号 楼", "第12栋", "012", "一二", "12＃", "12号"})
    void oneBuildingHasManySpellings(String said) {
        assertThat(MAP.locate(said, null, null, null)).isEqualTo(found("w12", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"B", "b座", "Ｂ栋", "b 号楼"})
    void lettersMayBeSmall(String said) {
        assertThat(MAP.locate(said, null, null, null)).isEqualTo(found("eB", ""));
    }

    @Test
    void aUnitSaidInABuildingsGroupIsThatBuildings() {
        assertThat(MAP.locate(null, "2", null, place("e3"))).isEqualTo(found("e3-2", ""));
    }

    @Test
    void aRoomSaidAtHomeIsInTheOwnUnit() {
        assertThat(MAP.locate(null, null, "501", place("e3-2-301"))).isEqualTo(found("e3-2-501", ""));
    }

    @Test
    void buildingThreeOfAGridWithTwoOfThemIsAskedFor() {
        assertThat(MAP.locate("3", null, null, place("g1")))
                .isEqualTo(new Ambiguous(List.of(place("e3"), place("w3"))));
    }

    @Test
    void buildingThreeIsTheOneOfTheOwnCompound() {
        assertThat(MAP.locate("3", null, null, place("w12-1-101"))).isEqualTo(found("w3", ""));
    }

    @Test
    void aUnitWithoutABuildingIsEnoughWhereOneBuildingHasIt() {
        assertThat(MAP.locate(null, "3", null, place("g1"))).isEqualTo(found("w12-3", ""));
        assertThat(MAP.locate(null, "2", null, place("g1"))).isInstanceOf(Ambiguous.class);
    }

    @Test
    void anUnknownBuildingIsSaidBack() {
        assertThat(MAP.locate("9", "1", null, place("e3"))).isEqualTo(new NoSuchBuilding("9"));
    }

    @Test
    void whatIsNotListedStaysAsDetail() {
        assertThat(MAP.locate("12", "1", "901", null)).isEqualTo(found("w12-1", "901室"));
        assertThat(MAP.locate("12", "7", "901", null)).isEqualTo(found("w12", "7单元901室"));
        assertThat(MAP.locate("12", null, "901", null)).isEqualTo(found("w12", "901室"));
    }

    @Test
    void aRoomThatEveryUnitHasIsAskedFor() {
        assertThat(MAP.locate("12", null, "501", null)).isInstanceOf(Ambiguous.class);
        assertThat(MAP.locate("B", null, "501", null)).isEqualTo(found("eB-1-501", ""));
    }

    @Test
    void noWordsAreNoPlace() {
        assertThat(MAP.locate(null, null, null, place("e3"))).isEqualTo(new NothingSaid());
        assertThat(MAP.locate(" ", "", null, null)).isEqualTo(new NothingSaid());
    }

    @Test
    void theLongestNameOfASpotWins() {
        assertThat(MAP.locateByWords("便民小超市门口又堵了")).isEqualTo(found("shop", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"小抄市门口又堵了", "校超市后面有垃圾", "小超四旁边的井盖", "便民小超门口"})
    void aSpotIsFoundThoughItIsMisspelt(String said) {
        assertThat(MAP.locateByWords(said)).isEqualTo(found("shop", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"动们的灯不亮", "小区超级漂亮", "楼下市场很小", ""})
    void whatOnlySoundsALittleLikeASpotIsNone(String said) {
        assertThat(MAP.locateByWords(said)).isInstanceOf(NothingSaid.class);
    }

    @Test
    void aGateThatTwoCompoundsHaveIsDecidedByTheCompoundSaidOrByTheContext() {
        assertThat(MAP.locateByWords("东门的灯不亮")).isInstanceOf(Ambiguous.class);
        assertThat(MAP.locateByWords("西苑小区东门的灯不亮")).isEqualTo(found("w-gate", ""));
        assertThat(MAP.locateByWords("东门的灯不亮", place("e3-1"))).isEqualTo(found("e-gate", ""));
        assertThat(MAP.locateByWords("西苑的灯不亮")).isEqualTo(found("w", ""));
    }

    @Test
    void aPlaceIsShownAsPeopleSayIt() {
        assertThat(MAP.display(place("e3-2"))).isEqualTo("东苑 3栋2单元");
        assertThat(MAP.display(place("w-gate"))).isEqualTo("西苑 东门");
        assertThat(MAP.display(place("g1"))).isEqualTo("第一网格");
        assertThat(MAP.display(place("e"))).isEqualTo("东苑");
    }

    @Property
    void everyListedRoomIsFoundHoweverItIsSpelled(@ForAll("rooms") Place room, @ForAll boolean chinese) {
        var unit = place(String.valueOf(room.parent()));
        var building = place(String.valueOf(unit.parent()));
        String buildingSaid = chinese ? building.name().replace("12", "十二").replace("3", "三") : building.name();
        assertThat(MAP.locate(buildingSaid, unit.name(), room.name(), building)).isEqualTo(new Found(room, ""));
        assertThat(MAP.locate(null, unit.name(), room.name(), building)).isEqualTo(new Found(room, ""));
        assertThat(MAP.locate(null, null, room.name(), unit)).isEqualTo(new Found(room, ""));
    }

    @Property
    void whateverIsSaidHasAnAnswerWithinTheMap(
            @ForAll @Nullable String building,
            @ForAll @Nullable String unit,
            @ForAll @Nullable String room,
            @ForAll("places") Place context) {
        switch (MAP.locate(building, unit, room, context)) {
            case Found found -> assertThat(MAP.place(found.place().id())).contains(found.place());
            case Ambiguous(var candidates) -> assertThat(candidates).hasSizeGreaterThan(1);
            case NoSuchBuilding(var said) -> assertThat(said).isEqualTo(building);
            case NothingSaid() ->
                assertThat(building == null || building.isBlank()).isTrue();
        }
    }

    @Property
    void theContextNeverChangesWhatIsUniqueAnyway(@ForAll("places") Place context) {
        assertThat(MAP.locate("12", "2", "502", context)).isEqualTo(found("w12-2-502", ""));
    }

    @Provide
    Arbitrary<Place> rooms() {
        return Arbitraries.of(
                MAP.places().stream().filter(it -> it.kind() == Place.Kind.ROOM).toList());
    }

    @Provide
    Arbitrary<Place> places() {
        return Arbitraries.of(MAP.places());
    }

    private static Found found(String id, String detail) {
        return new Found(place(id), detail);
    }

    private static Place place(String id) {
        return MAP.place(id).orElseThrow();
    }
}
