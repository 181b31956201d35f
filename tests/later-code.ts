/*
 * Tests of logic share their modules, and a world that a test leaves behind goes on for a moment: an import of code that
 * comes late would then be cut off with the test, and every test after it would find half a module. Here it has come.
 */
import '../mocks/alarms/park-alarms.ts'
import '../mocks/handlers/later-services.ts'
import '../mocks/park/file-schemas.ts'
import '../mocks/registers/stores.ts'
import '../src/contract/later-endpoints.ts'
