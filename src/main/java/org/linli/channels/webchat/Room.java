package org.linli.channels.webchat;

import java.util.List;
import java.util.Optional;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;

/// A simulated group of residents.
///
/// @param code     in the addresses of its pages, like `b3`
/// @param address  where letters to the group go
/// @param speakers in whose names visitors may write
public record Room(CommunityId community, String code, String name, Address address, List<Speaker> speakers) {

    public Room {
        speakers = List.copyOf(speakers);
    }

    /// @param id   of their address on this channel
    /// @param name as they want to be called
    public record Speaker(String id, String name) {

        @Override
        public String toString() {
            return "Speaker[" + id + "]";
        }
    }

    Optional<Speaker> speaker(String id) {
        return speakers.stream().filter(it -> it.id().equals(id)).findFirst();
    }
}
