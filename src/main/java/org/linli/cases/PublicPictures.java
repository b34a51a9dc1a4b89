package org.linli.cases;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.linli.platform.database.CommunityId;
import reactor.core.publisher.Mono;

/// Pictures of cases that everybody may see; a capability above that knows which contributes it as a bean.
public interface PublicPictures {

    /// Paths of our pages, by the number of their case; cases without are missing. Never empty.
    Mono<Map<String, List<String>>> paths(CommunityId community, Collection<String> numbers);
}
