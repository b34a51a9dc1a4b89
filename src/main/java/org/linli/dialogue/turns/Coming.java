package org.linli.dialogue.turns;

import java.util.Optional;
import org.linli.community.MemberMoved;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.talk.Heard;

/// Remembers who came into a group and who left it.
record Coming(Scene scene) {

    /// Empty where nobody did.
    Optional<MemberMoved> moved() {
        if (scene.heard() instanceof Heard.Joined) {
            return inGroup(true);
        }
        return scene.heard() instanceof Heard.Went ? inGroup(false) : Optional.empty();
    }

    private Optional<MemberMoved> inGroup(boolean there) {
        var speaker = scene.speaker();
        var group = speaker.group();
        return group == null
                ? Optional.empty()
                : Optional.of(
                        new MemberMoved(speaker.community(), group.address(), speaker.address(), there, scene.now()));
    }
}
