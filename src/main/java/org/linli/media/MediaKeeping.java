package org.linli.media;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How long what people sent is kept.
///
/// @param keptFor    what belongs to a case
/// @param untakenFor what belongs to none, like what neighbours show each other in a group
@Validated
@ConfigurationProperties("linli.media")
record MediaKeeping(
        @DefaultValue("365d") Duration keptFor,
        @DefaultValue("2d") Duration untakenFor) {}
