package org.linli.polls.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.polls.BallotBox.Turnout;
import org.linli.polls.log.Breakdown;
import org.linli.polls.web.RoundView.Building;

/// How many took part in which building.
final class VotedBuildings {

    private VotedBuildings() {}

    /// Small ones are hidden, also from whoever subtracts the others from the sum.
    static List<Building> of(Map<String, Turnout> places, CommunityMap map) {
        var voters = new LinkedHashMap<String, Long>();
        var voted = new LinkedHashMap<String, Long>();
        map.buildings()
                .forEach(building -> places.forEach((place, turnout) -> {
                    if (map.place(place)
                            .filter(it -> map.isWithin(it, building.id()))
                            .isPresent()) {
                        voters.merge(building.id(), turnout.voters(), Long::sum);
                        voted.merge(building.id(), turnout.voted(), Long::sum);
                    }
                }));
        var told = Breakdown.of(voted);
        return map.buildings().stream()
                .filter(it -> voted.containsKey(it.id()))
                .map(it -> building(it, map, voters.getOrDefault(it.id(), 0L), told))
                .toList();
    }

    private static Building building(Place it, CommunityMap map, long voters, Breakdown voted) {
        var shown = voted.shown().getOrDefault(it.id(), OptionalLong.empty());
        return new Building(map.display(it), voters, shown.orElse(0), shown.isPresent(), it.at());
    }
}
