package org.linli.dialogue.deciding;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.community.Doorplate;
import org.linli.community.IdentityDeclared;
import org.linli.community.Place;
import org.linli.dialogue.scene.Act;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Turn;

/// What it means that somebody came by one of our codes: whoever has no home yet lives where it hangs.
///
/// Whoever is known to live elsewhere may be visiting, so their home stays.
record ComeByCode(Scene scene) {

    /// @param letter with which they are greeted
    Turn on(Turn turn, String letter, @Nullable String code) {
        var place = Doorplate.place(scene.map(), code);
        boolean lives = place.filter(this::isWhereTheyLive).isPresent();
        var greeted = turn.say(
                letter,
                Map.of(
                        "community", scene.map().name(),
                        "home", lives ? scene.map().display(place.get()) : "",
                        "elsewhere", place.isPresent() && !lives ? scene.map().display(place.get()) : ""));
        return lives && isNews(place.get())
                ? greeted.then(new Act.Learn(new IdentityDeclared(
                        scene.speaker().community(),
                        scene.speaker().address(),
                        null,
                        place.get().id())))
                : greeted;
    }

    private boolean isWhereTheyLive(Place place) {
        return scene.home().map(home -> isNear(home, place)).orElse(true);
    }

    /// Somebody known to live in the compound says by the building's code which building it is.
    private boolean isNews(Place place) {
        return scene.home().map(home -> !scene.map().isWithin(home, place.id())).orElse(true);
    }

    private boolean isNear(Place home, Place place) {
        return scene.map().isWithin(home, place.id()) || scene.map().isWithin(place, home.id());
    }
}
