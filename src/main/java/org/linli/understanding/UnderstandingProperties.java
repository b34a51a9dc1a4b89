package org.linli.understanding;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.linli.understanding.opennlp.StoredModels;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param intents the folder of examples, in the working directory or packed with the program
/// @param cache   where trained models are kept between starts
/// @param learnt  where they are kept instead when the cache can only be read, as in an image
@ConfigurationProperties("linli.understanding")
record UnderstandingProperties(
        @DefaultValue("intents") String intents,
        @DefaultValue("data/models") Path cache,
        @DefaultValue("data/models") Path learnt) {

    StoredModels models(Clock clock) {
        return new StoredModels(List.of(cache, learnt), clock);
    }
}
