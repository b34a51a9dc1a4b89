package org.linli.outbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.linli.LinliTest;
import org.springframework.context.annotation.Import;

/// The whole program with a parrot, a magpie that has two ways of speaking, and a clock that stands still.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@LinliTest
@Import(Neighbours.class)
@interface OutboxTest {}
