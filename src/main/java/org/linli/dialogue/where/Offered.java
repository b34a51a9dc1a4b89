package org.linli.dialogue.where;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.community.CommunityMap;
import org.linli.community.Located;
import org.linli.community.Located.Ambiguous;
import org.linli.community.Located.Found;
import org.linli.community.Located.NoSuchBuilding;
import org.linli.community.Located.NothingSaid;
import org.linli.community.Place;

/// The places that a question offered, and the ways to choose one of them.
record Offered(CommunityMap map, List<String> ids) {

    private static final Pattern ORDINAL = Pattern.compile("^(?:选|是|就)?第([一二三四五1-5])(?:个|处)?[。.]?$");
    private static final Pattern UNIT = Pattern.compile(
            "^(?:在|是|就是)?第?(?<number>[0-9]{1,2}|[一二三四五六七八九])(?<noun>单元|门|梯)?(?:那[边个])?[的吧啊呀哦]*[\\s。.!！~～]*$");
    private static final String NUMERALS = "一二三四五";

    /// The one whose whole name was sent. Empty when there is none, or more than one.
    Optional<Place> tapped(String words) {
        return only(places().stream()
                .filter(it -> words.equals(it.name()) || words.equals(map.display(it)))
                .toList());
    }

    /// "1单元", of rooms that both units have. Empty where no unit was offered, or more than one is meant.
    Optional<Place> ofUnit(String words) {
        var said = UNIT.matcher(words);
        return said.matches() && (said.group("noun") != null || areOfOneBuilding())
                ? only(places().stream()
                        .filter(it -> isOfUnit(it, Storey.counted(said.group("number"))))
                        .toList())
                : Optional.empty();
    }

    private boolean areOfOneBuilding() {
        return places().stream()
                        .flatMap(it -> map.path(it).stream())
                        .filter(it -> it.kind() == Place.Kind.BUILDING)
                        .distinct()
                        .count()
                == 1;
    }

    private boolean isOfUnit(Place place, int number) {
        return map.path(place).stream()
                .anyMatch(it -> it.kind() == Place.Kind.UNIT && it.name().equals(number + "单元"));
    }

    /// Of several places with one name, the one whose surroundings are named now: "the one in Peach Garden".
    Located narrowed(Located found, String words) {
        var candidates = switch (found) {
            case Ambiguous(List<Place> several) -> several;
            case NothingSaid _ -> places();
            case Found _, NoSuchBuilding _ -> List.<Place>of();
        };
        if (found instanceof Found(Place place, String detail)) {
            return detail.isEmpty()
                    ? only(below(place)).<Located>map(it -> new Found(it, "")).orElse(found)
                    : found;
        }
        return only(candidates.stream().filter(it -> isAround(it, words)).toList())
                .or(() -> candidates.isEmpty() ? Optional.empty() : atPosition(words))
                .<Located>map(it -> new Found(it, ""))
                .orElse(found);
    }

    /// "5栋1单元", where the room was told before.
    private List<Place> below(Place place) {
        return places().stream()
                .filter(it -> !it.equals(place) && map.isWithin(it, place.id()))
                .toList();
    }

    private boolean isAround(Place place, String words) {
        return map.path(place).stream().skip(1).anyMatch(above -> words.contains(above.name()));
    }

    /// "the second one".
    private Optional<Place> atPosition(String words) {
        var said = ORDINAL.matcher(words);
        if (!said.matches()) {
            return Optional.empty();
        }
        char numeral = said.group(1).charAt(0);
        int index = Character.isDigit(numeral) ? numeral - '1' : NUMERALS.indexOf(numeral);
        return places().stream().skip(index).findFirst();
    }

    private List<Place> places() {
        return ids.stream().flatMap(it -> map.place(it).stream()).toList();
    }

    private static Optional<Place> only(List<Place> places) {
        return places.size() == 1 ? Optional.of(places.getFirst()) : Optional.empty();
    }
}
