package org.linli.dialogue.where;

import java.util.Optional;
import org.linli.community.Located.Found;
import org.linli.community.Place;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.talk.Form;

/// A place that is told more exactly than before.
public record MoreExact(Scene scene) {

    /// "2单元501没呼吸了", and only then "3栋": the form gets the door within the building.
    public Form of(Form form) {
        var gathered = form.gathered();
        var said = gathered.entities();
        return Optional.ofNullable(gathered.place())
                .flatMap(scene.map()::place)
                .filter(_ -> said.unit() != null || said.room() != null)
                .flatMap(it -> scene.map().locate(null, said.unit(), said.room(), it) instanceof Found found
                                && isNews(found, Optional.of(it))
                        ? Optional.of(found)
                        : Optional.empty())
                .map(it -> form.with(gathered.at(it.place(), joined(it.detail(), gathered.detail()))))
                .orElse(form);
    }

    /// Whether it says more than what was told: another place, one within it, or a detail of it.
    public boolean isNews(Found found, Optional<Place> told) {
        return told.filter(it -> it.equals(found.place())
                        ? found.detail().isEmpty()
                        : scene.map().isWithin(it, found.place().id()))
                .isEmpty();
    }

    private static String joined(String more, String known) {
        return known.contains(more) ? known : (more + " " + known).strip();
    }
}
