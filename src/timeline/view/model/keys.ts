/** Key of a lane's row. */
export function laneKey(id: number): string {
  return `lane ${id}`;
}
