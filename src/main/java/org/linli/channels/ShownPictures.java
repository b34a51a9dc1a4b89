package org.linli.channels;

import org.linli.platform.database.CommunityId;
import reactor.core.publisher.Mono;

/// Gives the bytes of pictures that letters show. A capability whose letters show any is one.
///
/// What it gives is clean: nothing in it tells where or with what it was taken.
public interface ShownPictures {

    /// A JPEG or a PNG. Empty where it has none with this id (any more).
    ///
    /// @param id as in [Outbound.Picture#id]; may be anything, since others give pictures too
    Mono<Media> find(CommunityId community, String id);
}
