package org.linli.channels.xmpp;

import java.time.Instant;
import org.jivesoftware.smack.packet.Message;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.parts.Resourcepart;

/// What a connection brings, in the order in which it came.
sealed interface Said {

    /// @param real who is behind a nickname just then; `null` where the room hides it
    record Now(Message message, @Nullable BareJid real) implements Said {

        @Override
        public String toString() {
            return "Now[]";
        }
    }

    /// Something may have been said there that did not reach us: its archive has to be read before what comes next.
    record Missed(EntityBareJid archive) implements Said {}

    /// The archive is to be read now, if it has not been since the last [Missed].
    record Look(EntityBareJid archive) implements Said {}

    /// We entered a room.
    ///
    /// @param id the room's own of us
    record Entered(EntityBareJid room, String id) implements Said {}

    /// Somebody came into a room that we are in, or went out of it.
    ///
    /// @param there whether they are in it from now on
    record Moved(EntityBareJid room, Resourcepart nick, Occupant who, boolean there, Instant at) implements Said {

        @Override
        public String toString() {
            return "Moved[]";
        }
    }
}
