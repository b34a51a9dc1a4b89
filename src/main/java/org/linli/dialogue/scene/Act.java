package org.linli.dialogue.scene;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.platform.database.Effect;

/// One thing to do after a message was heard.
public sealed interface Act {

    /// Words for whoever wrote, where they wrote.
    record Say(String template, Map<String, String> facts) implements Act {
        public Say {
            facts = Map.copyOf(facts);
        }
    }

    /// Words for somebody else: staff.
    record Tell(Address to, String template, Map<String, String> facts) implements Act {
        public Tell {
            facts = Map.copyOf(facts);
        }

        @Override
        public String toString() {
            return "Tell[" + template + "]";
        }
    }

    /// @param instead said with the skill's facts in place of the skill's own words; `null` to let the skill speak
    record Perform(Skill skill, Request request, @Nullable Say instead) implements Act {}

    /// Something that becomes known besides what is said.
    record Learn(Effect what) implements Act {}

    /// A skill has read the reply to its own question.
    record Answered(Request request, Answer answer) implements Act {}
}
