/// Talks: asks for what is missing, hands a complete request to a skill.
///
/// Here is what a capability sees: it implements [Skill], gets a [Request] and returns an [Answer]. What happens in
/// between lies in the packages below; each uses only those that stand under it:
///
/// | package | |
/// | --- | --- |
/// | `turns` | takes a message from the inbox and commits what comes of it; begin with `Converse` |
/// | `deciding` | what the message leads to; begin with `Decide` |
/// | `danger` | emergencies, before anything else |
/// | `asking` | forms, their questions and the replies |
/// | `where` | which place is meant |
/// | `scene` | what a decision looks at, and the acts that come of it |
/// | `topics` | what a group speaks of |
/// | `kept`, `extract` | talks in the database, and what was said about one matter |
/// | `talk` | what is remembered of one talk |
/// | `phrases` | set phrases |
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform :: *",
            "channels",
            "inbox",
            "outbox",
            "media",
            "understanding",
            "understanding :: spelling",
            "community"
        })
package org.linli.dialogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
