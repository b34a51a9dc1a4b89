/// How long a message takes to understand, beside plain OpenNLP.
package org.linli.bench.understanding;
