package org.linli.channels.webchat;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// @param linesAMinute         lines and pictures of one visitor; not counted while Redis is away
/// @param addressLinesAMinute  of one network address, so that a forgotten cookie buys nothing; a neighbourhood may
///                             share one
/// @param hereLinesAMinute     of this machine, for tests and demos; behind a proxy on the same machine set
///                             `server.forward-headers-strategy`, or all visitors count as this one
/// @param characters    of one line
/// @param picture       bytes of one picture
@Validated
@ConfigurationProperties("linli.channels.webchat")
record WebchatProperties(
        @DefaultValue("60") @Min(1) int linesAMinute,
        @DefaultValue("600") @Min(1) int addressLinesAMinute,
        @DefaultValue("1000000") @Min(1) int hereLinesAMinute,
        @DefaultValue("10000") @Min(1) int characters,
        @DefaultValue("5MB") DataSize picture) {}
