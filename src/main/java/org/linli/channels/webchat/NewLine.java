package org.linli.channels.webchat;

import java.time.Instant;

/// A line that wants to be stored.
///
/// @param id unique in the room: with the same one again, the stored line is found and nothing is added
record NewLine(RoomKey room, String id, String speaker, Line.Said said, Instant at) {

    NewLine quoting(Line.Quoted earlier) {
        return new NewLine(room, id, speaker, said.quoting(earlier), at);
    }

    @Override
    public String toString() {
        return "NewLine[]";
    }
}
