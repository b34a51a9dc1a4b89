package org.linli.channels.webchat;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// @param linesAMinute  what one visitor may say; not counted while Redis is away
/// @param characters    of one line
/// @param picture       bytes of one picture
@Validated
@ConfigurationProperties("linli.channels.webchat")
record WebchatProperties(
        @DefaultValue("60") @Min(1) int linesAMinute,
        @DefaultValue("10000") @Min(1) int characters,
        @DefaultValue("5MB") DataSize picture) {}
