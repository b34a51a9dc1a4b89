package org.linli.understanding;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param intents the folder of examples, in the working directory or packed with the program
/// @param cache   where trained models are kept between starts
@ConfigurationProperties("linli.understanding")
record UnderstandingProperties(
        @DefaultValue("intents") String intents,
        @DefaultValue("data/models") Path cache) {}
