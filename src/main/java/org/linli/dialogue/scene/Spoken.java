package org.linli.dialogue.scene;

import org.linli.dialogue.talk.Gathered;
import org.linli.understanding.Entities;

/// Turns words into what may be kept of them.
public record Spoken(Scene scene) {

    /// What was said, added to what is known; without what neighbours must not read.
    public Gathered addedTo(Gathered gathered, String words) {
        var said = scene.understood(words).entities();
        return gathered.saying(scene.kept(words)).knowing(scene.inGroup() ? withoutPhone(said) : said);
    }

    public static Entities withoutPhone(Entities said) {
        return new Entities(said.building(), said.unit(), said.room(), said.floor(), null, said.time());
    }
}
