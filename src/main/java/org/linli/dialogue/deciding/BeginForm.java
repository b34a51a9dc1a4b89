package org.linli.dialogue.deciding;

import org.linli.community.Located;
import org.linli.community.Located.Found;
import org.linli.community.Place;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Spoken;
import org.linli.dialogue.talk.Form;
import org.linli.dialogue.talk.Gathered;
import org.linli.dialogue.where.Whereabouts;
import org.linli.understanding.Intent;

/// Begins a request with all that its words tell of it.
record BeginForm(Scene scene) {

    /// @param key   of the request, the same however often the message is worked on
    /// @param where kept if it is one place
    Form of(String words, Intent intent, String key, Located where) {
        var gathered = new Spoken(scene).addedTo(Gathered.of(key).about(intent), words);
        return Form.of(where instanceof Found(Place place, String detail) ? gathered.at(place, detail) : gathered);
    }

    Located where(String words) {
        return new Whereabouts(scene).in(words, scene.understood(words).entities());
    }
}
